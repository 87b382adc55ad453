/** To another phone: a code to scan and a code to type; a quarter of an hour, once. */
import { toBase64Url } from '@houvast/sealed/bytes'
import { useSignal } from '@preact/signals'
import { o } from '../messages.ts'
import { QrPicture } from '../qr-picture.tsx'
import { beginMove } from './move.ts'

export function MoveSection() {
  const move = useSignal<{ address: string; code: string } | undefined>(undefined)
  const said = useSignal('')

  async function begin() {
    said.value = o('unlock.busy')
    const begun = await beginMove()
    if (begun.ok)
      move.value = { address: `${location.origin}/houvast/overzetten#${toBase64Url(begun.secret)}`, code: begun.code }
    said.value = begun.ok ? '' : o(`copy.result.${begun.why}`)
  }

  return (
    <section class="card reading" aria-labelledby="overzetten">
      <h2 id="overzetten">{o('move.title')}</h2>
      <p>{o('move.what')}</p>
      {move.value ? (
        <>
          <ol>
            <li>{o('move.scan')}</li>
            <li>{o('move.type')}</li>
          </ol>
          <QrPicture text={move.value.address} label={o('qr.label')} />
          <p>
            {o('move.code')} <strong class="move-code">{move.value.code}</strong>
          </p>
          <details class="thing__more">
            <summary>{o('move.no-camera')}</summary>
            <p class="quoted">{move.value.address}</p>
          </details>
        </>
      ) : (
        <p>
          <button type="button" class="button" onClick={() => void begin()}>
            {o('move.begin')}
          </button>
        </p>
      )}
      <p role="status">{said.value}</p>
    </section>
  )
}
