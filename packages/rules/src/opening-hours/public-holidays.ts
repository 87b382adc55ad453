/** The ten legal public holidays of Belgium, computed, so that no list runs out (OH5). */
import { addDays, type LocalDate, localDate, yearOf } from './local-date.ts'

export function isPublicHoliday(date: LocalDate): boolean {
  return publicHolidays(yearOf(date)).includes(date)
}

export function publicHolidays(year: number): readonly LocalDate[] {
  const easter = easterSunday(year)
  return [
    localDate(year, 1, 1),
    addDays(easter, 1),
    localDate(year, 5, 1),
    addDays(easter, 39), // Ascension
    addDays(easter, 50), // Whit Monday
    localDate(year, 7, 21),
    localDate(year, 8, 15),
    localDate(year, 11, 1),
    localDate(year, 11, 11),
    localDate(year, 12, 25),
  ]
}

/** The Gregorian Easter, after the anonymous algorithm printed by Meeus («Astronomical Algorithms», chapter 8). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return localDate(year, Math.floor(sum / 31), (sum % 31) + 1)
}
