/** Which hours hold for what begins on one calendar day (OH5 to OH8). */
import { type LocalDate, weekdayOf } from './local-date.ts'
import type { Period, SpecialDay, TimeSpan, WeeklyHours } from './opening-hours.ts'
import { isPublicHoliday } from './public-holidays.ts'

export function hoursOnDay(hours: WeeklyHours, date: LocalDate): 'unknown' | readonly TimeSpan[] {
  const exception = hours.exceptions?.find((period) => includes(period, date))
  if (exception) return specialHours(exception.hours, hours, date)
  if (hours.onlyIn === 'unknown') return 'unknown'
  if (hours.onlyIn && !hours.onlyIn.some((period) => includes(period, date))) return []
  if (isPublicHoliday(date)) return specialHours(hours.publicHolidays, hours, date)
  return schoolDayHours(hours, date)
}

export function usualHours(hours: WeeklyHours, date: LocalDate): readonly TimeSpan[] {
  const weekday = weekdayOf(date)
  return hours.slots.filter((slot) => slot.day === weekday)
}

function schoolDayHours(hours: WeeklyHours, date: LocalDate): 'unknown' | readonly TimeSpan[] {
  const { schoolHolidays } = hours
  if (!schoolHolidays || schoolHolidays.hours === 'as-usual') return usualHours(hours, date)
  if (schoolHolidays.periods.some((period) => includes(period, date))) {
    return specialHours(schoolHolidays.hours, hours, date)
  }
  return schoolHolidays.known.some((period) => includes(period, date)) ? usualHours(hours, date) : 'unknown'
}

function specialHours(special: SpecialDay, hours: WeeklyHours, date: LocalDate): 'unknown' | readonly TimeSpan[] {
  switch (special) {
    case 'as-usual':
      return usualHours(hours, date)
    case 'closed':
      return []
    case 'unknown':
      return 'unknown'
    default:
      return special
  }
}

function includes(period: Period, date: LocalDate): boolean {
  return period.from <= date && date <= period.to
}
