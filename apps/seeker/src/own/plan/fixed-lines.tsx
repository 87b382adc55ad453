/** Always in step 5: nothing takes them out (V2). */
import { lifelines } from '@houvast/rules/plan/template'
import { callAddress } from '@houvast/rules/reach-out/addresses'
import { o } from '../messages.ts'
import { ownDoctor } from './own-doctor.ts'

export function FixedLines() {
  return (
    <ul class="fixed-lines plain-list">
      {lifelines.map((line) =>
        line === 'gp' ? (
          <li key={line}>
            <GpLine />
          </li>
        ) : (
          <li key={line}>
            <a class="button" href={`tel:${line}`}>
              <strong>{line}</strong> {o(`line.${line}`)}
            </a>
          </li>
        ),
      )}
    </ul>
  )
}

function GpLine() {
  const { name, phone } = ownDoctor.value
  const address = callAddress(phone)
  if (!address) return <span class="fixed-lines__gp">{o('line.gp')}</span>
  return (
    <a class="button" href={address}>
      <strong>{phone}</strong> {name || o('line.gp')}
    </a>
  )
}
