import { expect, test } from 'vitest'
import { brusselsDate, brusselsInstants } from './brussels-time.ts'
import { addDays, type LocalDate } from './local-date.ts'

test.each([
  ['2026-12-31T22:59:59Z', '2026-12-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
  ['2026-06-30T21:59:59Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
])('[OH1] at %s the calendar in Belgium says %s', (instant, date) => {
  expect(brusselsDate(Date.parse(instant))).toBe(date)
})

test('[OH1] every quarter of an hour of two years is read back as the day it lies on', () => {
  let date: LocalDate = '2026-01-01'
  for (let day = 0; day < 730; day++, date = addDays(date, 1)) {
    for (const minute of [0, 135, 165, 720, 1_425]) {
      const { first, last } = brusselsInstants(date, minute)
      expect(brusselsDate(first)).toBe(date)
      expect(brusselsDate(last)).toBe(date)
    }
    expect(brusselsInstants(date, 1_440).first).toBe(brusselsInstants(addDays(date, 1), 0).first)
  }
})

test('[OH11] 02:30 comes twice in October and never in March', () => {
  expect(brusselsInstants('2026-10-25', 150)).toEqual({
    first: Date.parse('2026-10-25T02:30:00+02:00'),
    last: Date.parse('2026-10-25T02:30:00+01:00'),
  })
  expect(brusselsInstants('2026-03-29', 150)).toEqual({
    first: Date.parse('2026-03-29T03:00:00+02:00'),
    last: Date.parse('2026-03-29T03:00:00+02:00'),
  })
})
