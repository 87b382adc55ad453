/** Moments to choose from: those the professional proposed first, then what is free. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import type { AppointmentModel } from './appointment-model.ts'
import { f } from './messages.ts'
import { MomentPicker } from './moment-picker.tsx'
import { sayMoment } from './say-moment.ts'

type Props = { readonly model: AppointmentModel; readonly shown: FollowUpShown }

export function PickSection({ model, shown }: Props) {
  const { phase, proposals, free, mayMove, professional: name, moment, now } = shown
  const isMoving = phase === 'booked' && moment !== undefined && moment.from > now
  if (phase !== 'arranging' && !isMoving) return null
  const choices = (
    <>
      {proposals.length > 0 && <Proposals model={model} shown={shown} />}
      {(!isMoving || mayMove) && (
        <MomentPicker
          moments={free.map(({ from }) => from)}
          label={isMoving ? 'pick.move' : 'pick.book'}
          isBusy={model.isBusy.value}
          onPick={(from) => void model.pick(from)}
        />
      )}
      {free.length === 0 && proposals.length === 0 && <p role="status">{f('pick.none', { name })}</p>}
    </>
  )
  if (!isMoving) return <div class="follow-up__part">{choices}</div>
  return (
    <details class="follow-up__part" open={proposals.length > 0}>
      <summary>{f('pick.move-title')}</summary>
      {mayMove || proposals.length > 0 ? choices : <p>{f('pick.too-late')}</p>}
    </details>
  )
}

function Proposals({ model, shown }: Props) {
  return (
    <section aria-labelledby="voorstellen">
      <h3 id="voorstellen">{f('pick.proposed', { name: shown.professional })}</h3>
      <div class="follow-up__choices">
        {shown.proposals.map(({ from }) => (
          <button
            key={from}
            type="button"
            class="button"
            disabled={model.isBusy.value}
            onClick={() => void model.pick(from)}
          >
            {sayMoment(from)}
          </button>
        ))}
      </div>
    </section>
  )
}
