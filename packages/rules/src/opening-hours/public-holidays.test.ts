import { expect, test } from 'vitest'
import { easterSunday, isPublicHoliday, publicHolidays } from './public-holidays.ts'

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2030, '2030-04-21'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i falls on %s', (year, date) => {
  expect(easterSunday(year)).toBe(date)
})

test('[OH5] Belgium has ten legal public holidays a year', () => {
  expect(publicHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-07-21',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test('[OH5] 11 July and 26 December are ordinary days for the law', () => {
  expect(isPublicHoliday('2026-07-11')).toBe(false)
  expect(isPublicHoliday('2026-12-26')).toBe(false)
})
