import { expect, test } from 'vitest'
import { sayWhen } from './say-when.ts'

const sundayEvening = Date.parse('2026-11-22T22:30:00+01:00')

test.each([
  ['2026-11-22T23:15:00+01:00', 'vandaag', '23:15'],
  ['2026-11-23T00:15:00+01:00', 'morgen', '00:15'],
  ['2026-11-25T14:00:00+01:00', 'woensdag', '14:00'],
  ['2026-11-29T18:00:00+01:00', '29 november', '18:00'],
  ['2027-01-08T09:00:00+01:00', '8 januari', '09:00'],
])('%s is %s, %s', (at, day, time) => {
  expect(sayWhen(Date.parse(at), sundayEvening, 'nl')).toEqual({ day, time })
})

test('reckons in Belgian days, wherever the reader is', () => {
  expect(sayWhen(Date.parse('2026-11-23T00:15:00+01:00'), sundayEvening, 'fr').day).toBe('demain')
})

test('counts a day of 23 or 25 hours as one day', () => {
  const beforeTheClockChanges = Date.parse('2026-10-24T23:00:00+02:00')

  expect(sayWhen(Date.parse('2026-10-25T23:30:00+01:00'), beforeTheClockChanges, 'nl').day).toBe('morgen')
})
