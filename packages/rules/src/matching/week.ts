/** The ISO week that an instant falls in in Brussels, like `2026-W48`: load is counted by it (G4). */
import { brusselsDate } from '../opening-hours/brussels-time.ts'
import { addDays, weekdayOf, yearOf } from '../opening-hours/local-date.ts'
import type { Instant } from '../time.ts'

export function weekOf(instant: Instant): string {
  const date = brusselsDate(instant)
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = yearOf(thursday)
  const days = Math.round((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000)
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}
