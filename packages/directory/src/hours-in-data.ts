/** Short ways to write opening hours in the data files. */
import type { Weekday } from '@houvast/rules/opening-hours/local-date'
import type { TimeOfDay, WeeklyHours, WeeklySlot } from '@houvast/rules/opening-hours/opening-hours'
import type { Hours } from './service.ts'
import type { Text } from './text.ts'

export function on(days: readonly Weekday[], from: TimeOfDay, to: TimeOfDay): readonly WeeklySlot[] {
  return days.map((day) => ({ day, from, to }))
}

/** No source says what these lines do on public holidays, so those days are unknown. */
export function weekly(
  slots: readonly WeeklySlot[],
  { onlyIn, words }: { onlyIn?: 'unknown'; words?: Text } = {},
): Hours {
  const schedule: WeeklyHours = { kind: 'weekly', slots, publicHolidays: 'unknown', ...(onlyIn && { onlyIn }) }
  return words ? { schedule, words } : { schedule }
}

/** The source said it in words that no schedule can hold. */
export function roughly(words: Text): Hours {
  return { schedule: { kind: 'unknown' }, words }
}
