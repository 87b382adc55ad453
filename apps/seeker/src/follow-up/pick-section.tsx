/** Moments to choose from: those the professional proposed first, then what is free, a day at a time. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { useSignal } from '@preact/signals'
import type { AppointmentModel } from './appointment-model.ts'
import { f, followUpLanguage } from './messages.ts'
import { sayDay, sayMoment, sayTime } from './say-moment.ts'

type Props = { readonly model: AppointmentModel; readonly shown: FollowUpShown }

export function PickSection({ model, shown }: Props) {
  const { phase, proposals, free, mayMove, professional: name, moment, now } = shown
  const isMoving = phase === 'booked' && moment !== undefined && moment.from > now
  if (phase !== 'arranging' && !isMoving) return null
  const choices = (
    <>
      {proposals.length > 0 && <Proposals model={model} shown={shown} />}
      {(!isMoving || mayMove) && (
        <FreeMoments model={model} shown={shown} label={isMoving ? 'pick.move' : 'pick.book'} />
      )}
      {!isMoving && free.length === 0 && proposals.length === 0 && <p role="status">{f('pick.none', { name })}</p>}
    </>
  )
  if (!isMoving) return <div class="follow-up__part">{choices}</div>
  return (
    <details class="follow-up__part" open={proposals.length > 0}>
      <summary>{f('pick.move-title')}</summary>
      {choices}
      {!mayMove && proposals.length === 0 && <p>{f('pick.too-late')}</p>}
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
            {sayMoment(from, shown.now)}
          </button>
        ))}
      </div>
    </section>
  )
}

function FreeMoments({ model, shown, label }: Props & { readonly label: 'pick.book' | 'pick.move' }) {
  const language = followUpLanguage()
  const chosenDay = useSignal<string | undefined>(undefined)
  const chosen = useSignal<number | undefined>(undefined)
  const byDay = Map.groupBy(shown.free, ({ from }) => sayDay(from, language))
  const days = [...byDay.keys()]
  const day = chosenDay.value !== undefined && byDay.has(chosenDay.value) ? chosenDay.value : days[0]
  const moments = (day !== undefined && byDay.get(day)) || []
  const from = moments.some((one) => one.from === chosen.value) ? chosen.value : moments[0]?.from
  if (from === undefined) return null

  function book(event: Event) {
    event.preventDefault()
    if (from !== undefined) void model.pick(from)
  }
  return (
    <form onSubmit={book} aria-labelledby="vrij">
      <h3 id="vrij">{f('pick.free')}</h3>
      <div class="field">
        <label class="field__label" for="dag">
          {f('pick.day')}
        </label>
        <select
          id="dag"
          class="field__input"
          value={day}
          onChange={(event) => {
            chosenDay.value = event.currentTarget.value
          }}
        >
          {days.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label class="field__label" for="uur">
          {f('pick.time')}
        </label>
        <select
          id="uur"
          class="field__input"
          value={String(from)}
          onChange={(event) => {
            chosen.value = Number(event.currentTarget.value)
          }}
        >
          {moments.map((each) => (
            <option key={each.from} value={String(each.from)}>
              {sayTime(each.from, language)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <button type="submit" class="button button--primary" disabled={model.isBusy.value}>
          {f(label)}
        </button>
      </p>
    </form>
  )
}
