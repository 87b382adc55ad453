/** A day on the calendar, written as people in software write it: `2026-11-22`. It has no time zone. */
export type LocalDate = `${number}-${string}-${string}`

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export function localDate(year: number, month: number, day: number): LocalDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(middayUtc(date) + days * 86_400_000)
  return localDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

export function weekdayOf(date: LocalDate): Weekday {
  return (new Date(middayUtc(date)).getUTCDay() || 7) as Weekday
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function middayUtc(date: LocalDate): number {
  return Date.parse(`${date}T12:00:00Z`)
}
