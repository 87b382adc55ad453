/** When a professional can be booked, week after week. */
import type { Weekday } from '@houvast/rules/opening-hours/local-date'
import type { WeeklySlot } from '@houvast/rules/opening-hours/opening-hours'
import { t } from '../messages.ts'

const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export function WeeklyTimes({
  slots,
  onChange,
}: {
  slots: readonly WeeklySlot[]
  onChange: (slots: readonly WeeklySlot[]) => void
}) {
  const put = (at: number, more: Partial<WeeklySlot>) =>
    onChange(slots.map((slot, index) => (index === at ? { ...slot, ...more } : slot)))
  return (
    <fieldset class="panel__times">
      <legend>{t('profile.weekly')}</legend>
      {slots.map((slot, at) => (
        <p key={at} class="panel__time">
          <select
            class="field__input"
            aria-label={t('profile.day')}
            value={String(slot.day)}
            onChange={(event) => put(at, { day: Number(event.currentTarget.value) as Weekday })}
          >
            {days.map((day) => (
              <option key={day} value={String(day)}>
                {t(`day.${day}`)}
              </option>
            ))}
          </select>
          <input
            class="field__input"
            type="time"
            aria-label={t('profile.from')}
            value={slot.from}
            onInput={(event) => put(at, { from: event.currentTarget.value })}
          />
          <input
            class="field__input"
            type="time"
            aria-label={t('profile.to')}
            value={slot.to}
            onInput={(event) => put(at, { to: event.currentTarget.value })}
          />
          <button
            type="button"
            class="button button--quiet"
            onClick={() => onChange(slots.filter((_, index) => index !== at))}
          >
            {t('profile.remove-time')}
          </button>
        </p>
      ))}
      <button type="button" class="button" onClick={() => onChange([...slots, { day: 1, from: '18:00', to: '20:00' }])}>
        {t('profile.add-time')}
      </button>
    </fieldset>
  )
}
