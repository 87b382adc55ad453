/** A day, then a time on it: two ordinary lists, so that many moments stay easy to go through. */
import { useSignal } from '@preact/signals'
import { type FollowUpKey, f, followUpLanguage } from './messages.ts'
import { sayDay, sayTime } from './say-moment.ts'

type Props = {
  /** Beginnings, in order. */
  readonly moments: readonly number[]
  readonly label: FollowUpKey
  readonly isBusy: boolean
  readonly onPick: (from: number) => void
}

export function MomentPicker({ moments, label, isBusy, onPick }: Props) {
  const language = followUpLanguage()
  const chosenDay = useSignal<string | undefined>(undefined)
  const chosen = useSignal<number | undefined>(undefined)
  const byDay = Map.groupBy(moments, (from) => sayDay(from, language))
  const days = [...byDay.keys()]
  const day = chosenDay.value !== undefined && byDay.has(chosenDay.value) ? chosenDay.value : days[0]
  const onDay = (day !== undefined && byDay.get(day)) || []
  const from = onDay.find((one) => one === chosen.value) ?? onDay[0]
  if (from === undefined) return null

  function book(event: Event) {
    event.preventDefault()
    if (from !== undefined) onPick(from)
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
          {onDay.map((each) => (
            <option key={each} value={String(each)}>
              {sayTime(each, language)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <button type="submit" class="button button--primary" disabled={isBusy}>
          {f(label)}
        </button>
      </p>
    </form>
  )
}
