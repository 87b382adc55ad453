import { describe, expect, test } from 'vitest'
import type { LocalDate } from './local-date.ts'
import { HOURS_FRESH_FOR_DAYS, type Opening, openAt } from './open-at.ts'
import type { Standing, WeeklyHours, WeeklySlot } from './opening-hours.ts'

const on = (day: WeeklySlot['day'], from: string, to: string): WeeklySlot => ({ day, from, to })
const weekly = (slots: readonly WeeklySlot[], more: Partial<WeeklyHours> = {}): WeeklyHours => ({
  kind: 'weekly',
  slots,
  publicHolidays: 'as-usual',
  ...more,
})

/** `2026-11-23 19:30` on the wall in Belgium; the offset is written out, so that the test does not trust the code. */
const winter = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+01:00`)
const summer = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+02:00`)

function ask(hours: WeeklyHours, now: number, standing: Standing = 'kept-by-the-line'): Opening {
  return openAt({ hours, standing }, now)
}

// 23 November 2026 is a Monday.
const evenings = weekly([on(1, '18:00', '22:00'), on(3, '14:00', '22:00')])

describe('being open', () => {
  test.each([
    ['before it begins', '2026-11-23 17:59', { state: 'closed', opensAt: winter('2026-11-23 18:00') }],
    ['at its first moment', '2026-11-23 18:00', { state: 'open', until: winter('2026-11-23 22:00') }],
    ['in its last minute', '2026-11-23 21:59', { state: 'open', until: winter('2026-11-23 22:00') }],
    ['at its end', '2026-11-23 22:00', { state: 'closed', opensAt: winter('2026-11-25 14:00') }],
    ['on a day without hours', '2026-11-27 20:00', { state: 'closed', opensAt: winter('2026-11-30 18:00') }],
  ])('[OH4] %s', (_, now, opening) => {
    expect(ask(evenings, winter(now))).toEqual(opening)
  })

  test('[OH2] goes on past midnight', () => {
    const night = weekly([on(5, '22:00', '02:00')])

    expect(ask(night, winter('2026-11-28 01:30'))).toEqual({ state: 'open', until: winter('2026-11-28 02:00') })
    expect(ask(night, winter('2026-11-27 01:30'))).toMatchObject({ state: 'closed' })
  })

  test('[OH2] from Sunday night into Monday, and from the old year into the new', () => {
    const sundayNight = weekly([on(7, '23:00', '01:00')])
    const thursdayNight = weekly([on(4, '20:00', '03:00')])

    expect(ask(sundayNight, winter('2026-11-23 00:30'))).toMatchObject({ state: 'open' })
    expect(ask(thursdayNight, winter('2027-01-01 02:00'))).toEqual({
      state: 'open',
      until: winter('2027-01-01 03:00'),
    })
  })

  test('[OH2] from noon to noon is a whole day', () => {
    const wholeDay = weekly([on(6, '12:00', '12:00')])

    expect(ask(wholeDay, winter('2026-11-29 11:59'))).toEqual({ state: 'open', until: winter('2026-11-29 12:00') })
  })

  test('[OH2] until 24:00 is until midnight', () => {
    const untilMidnight = weekly([on(1, '17:00', '24:00')])

    expect(ask(untilMidnight, winter('2026-11-23 23:59'))).toEqual({
      state: 'open',
      until: winter('2026-11-24 00:00'),
    })
    expect(ask(untilMidnight, winter('2026-11-24 00:00'))).toMatchObject({ state: 'closed' })
  })

  test('[OH3] slots that touch are one opening, also over midnight and when they overlap', () => {
    const touching = weekly([on(1, '18:00', '20:00'), on(1, '20:00', '24:00'), on(2, '00:00', '02:00')])
    const overlapping = weekly([on(1, '18:00', '21:00'), on(1, '20:00', '23:00')])

    expect(ask(touching, winter('2026-11-23 18:30'))).toEqual({ state: 'open', until: winter('2026-11-24 02:00') })
    expect(ask(overlapping, winter('2026-11-23 18:30'))).toEqual({ state: 'open', until: winter('2026-11-23 23:00') })
  })

  test('day and night has no end', () => {
    expect(openAt({ hours: { kind: 'always' }, standing: 'kept-by-the-line' }, winter('2026-12-25 04:00'))).toEqual({
      state: 'open',
    })
  })
})

describe('the nights when the clock changes', () => {
  test('[OH1] in March an evening of 22:00 to 04:00 lasts five hours', () => {
    const night = weekly([on(6, '22:00', '04:00')])

    expect(ask(night, summer('2026-03-29 03:59'))).toEqual({ state: 'open', until: summer('2026-03-29 04:00') })
    expect(summer('2026-03-29 04:00') - winter('2026-03-28 22:00')).toBe(5 * 3_600_000)
    expect(ask(night, summer('2026-03-29 04:00'))).toMatchObject({ state: 'closed' })
  })

  test('[OH1] in October the same evening lasts seven', () => {
    const night = weekly([on(6, '22:00', '04:00')])

    expect(ask(night, winter('2026-10-25 03:59'))).toEqual({ state: 'open', until: winter('2026-10-25 04:00') })
    expect(winter('2026-10-25 04:00') - summer('2026-10-24 22:00')).toBe(7 * 3_600_000)
  })

  test('[OH1] hours the day after are those on the wall', () => {
    const mondays = weekly([on(1, '18:00', '22:00')])

    expect(ask(mondays, summer('2026-03-29 12:00'))).toEqual({ state: 'closed', opensAt: summer('2026-03-30 18:00') })
    expect(ask(mondays, winter('2026-10-25 12:00'))).toEqual({ state: 'closed', opensAt: winter('2026-10-26 18:00') })
  })

  test('[OH11] a slot that ends in the hour that comes twice, ends the first time', () => {
    const night = weekly([on(6, '22:00', '02:30')])

    expect(ask(night, summer('2026-10-25 02:29'))).toEqual({ state: 'open', until: summer('2026-10-25 02:30') })
    expect(ask(night, winter('2026-10-25 02:15'))).toMatchObject({ state: 'closed' })
  })

  test('[OH11] a slot that begins in the hour that comes twice, begins the second time', () => {
    const early = weekly([on(7, '02:30', '06:00')])

    expect(ask(early, summer('2026-10-25 02:45'))).toEqual({ state: 'closed', opensAt: winter('2026-10-25 02:30') })
    expect(ask(early, winter('2026-10-25 02:30'))).toMatchObject({ state: 'open' })
  })

  test('[OH11] a slot in the hour that is skipped begins and ends when the clock jumps', () => {
    const skipped = weekly([on(7, '02:15', '06:00')])
    const endsInIt = weekly([on(7, '00:30', '02:45')])

    expect(ask(skipped, summer('2026-03-29 03:00'))).toMatchObject({ state: 'open' })
    expect(ask(skipped, winter('2026-03-29 01:59'))).toEqual({ state: 'closed', opensAt: summer('2026-03-29 03:00') })
    expect(ask(endsInIt, winter('2026-03-29 01:59'))).toEqual({ state: 'open', until: summer('2026-03-29 03:00') })
  })
})

describe('days that differ', () => {
  const fridays = (publicHolidays: WeeklyHours['publicHolidays']) =>
    weekly([on(5, '09:00', '17:00')], { publicHolidays })
  // Christmas 2026 is a Friday.
  const christmas = winter('2026-12-25 10:00')

  test.each([
    ['as usual', 'as-usual', { state: 'open', until: winter('2026-12-25 17:00') }],
    // 1 January 2027 is a Friday and a public holiday as well.
    ['closed', 'closed', { state: 'closed', opensAt: winter('2027-01-08 09:00') }],
    ['hours of its own', [{ from: '09:00', to: '12:00' }], { state: 'open', until: winter('2026-12-25 12:00') }],
    ['never told', 'unknown', { state: 'unknown' }],
  ] as const)('[OH5] a public holiday: %s', (_, publicHolidays, opening) => {
    expect(ask(fridays(publicHolidays), christmas)).toEqual(opening)
  })

  test('[OH5] a slot that began before the holiday goes on into it', () => {
    const night = weekly([on(4, '20:00', '03:00')], { publicHolidays: 'closed' })

    expect(ask(night, winter('2026-12-25 02:00'))).toMatchObject({ state: 'open' })
  })

  test('[OH5] the hours after midnight of an unknown day are unknown too', () => {
    const night = weekly([on(5, '20:00', '03:00')], { publicHolidays: 'unknown' })

    expect(ask(night, winter('2026-12-26 02:00'))).toEqual({ state: 'unknown' })
    expect(ask(night, winter('2026-12-26 04:00'))).toMatchObject({ state: 'closed' })
  })

  test('[OH6] school holidays close a school line, and a day nobody listed is unknown', () => {
    const schoolLine = weekly([on(1, '17:00', '21:00')], {
      schoolHolidays: {
        hours: 'closed',
        periods: [{ from: '2027-02-08', to: '2027-02-14' }],
        known: [{ from: '2026-09-01', to: '2027-06-30' }],
      },
    })

    expect(ask(schoolLine, winter('2027-02-08 18:00'))).toMatchObject({ state: 'closed' })
    expect(ask(schoolLine, winter('2027-02-15 18:00'))).toMatchObject({ state: 'open' })
    expect(ask(schoolLine, summer('2027-07-05 18:00'))).toEqual({ state: 'unknown' })
  })

  test('[OH7] an exception goes before the week and before a holiday', () => {
    const withTeamDay = weekly([on(1, '18:00', '22:00'), on(5, '09:00', '17:00')], {
      publicHolidays: 'closed',
      exceptions: [
        { from: '2026-11-23', to: '2026-11-23', hours: 'closed' },
        { from: '2026-12-25', to: '2026-12-25', hours: [{ from: '10:00', to: '14:00' }] },
      ],
    })

    expect(ask(withTeamDay, winter('2026-11-23 19:00'))).toMatchObject({ state: 'closed' })
    expect(ask(withTeamDay, winter('2026-12-25 11:00'))).toEqual({ state: 'open', until: winter('2026-12-25 14:00') })
  })

  test('[OH8] an exam line is closed outside the exams, and unknown when nobody gave the dates', () => {
    const slots = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => on(day, '18:00', '23:00'))
    const known = weekly(slots, { onlyIn: [{ from: '2026-12-07', to: '2026-12-18' }] })

    expect(ask(known, winter('2026-12-07 18:00'))).toMatchObject({ state: 'open' })
    expect(ask(known, winter('2026-11-23 19:00'))).toEqual({ state: 'closed', opensAt: winter('2026-12-07 18:00') })
    expect(ask(weekly(slots, { onlyIn: 'unknown' }), winter('2026-12-07 19:00'))).toEqual({ state: 'unknown' })
  })

  test('[OH12] the next opening is not promised across a day of which we know nothing', () => {
    const hours = weekly([on(2, '18:00', '22:00')], {
      exceptions: [{ from: '2026-11-27', to: '2026-11-28', hours: 'unknown' }],
    })

    expect(ask(hours, winter('2026-11-25 12:00'))).toEqual({ state: 'closed' })
    expect(ask(hours, winter('2026-11-29 12:00'))).toEqual({ state: 'closed', opensAt: winter('2026-12-01 18:00') })
  })
})

describe('hours that cannot be trusted', () => {
  const always = { kind: 'always' } as const
  const now = winter('2026-11-23 19:00')

  test.each([
    ['stale', { status: 'stale', verifiedOn: '2026-11-01' }],
    ['unverified', { status: 'unverified' }],
    ['confirmed on a day nobody wrote down', { status: 'confirmed' }],
    ['confirmed long ago', { status: 'confirmed', verifiedOn: '2024-01-12' }],
    ['confirmed in the future, which is a mistake', { status: 'confirmed', verifiedOn: '2027-01-12' }],
  ] as const)('[OH9] are never open: %s', (_, standing) => {
    expect(openAt({ hours: always, standing }, now)).toEqual({ state: 'unknown' })
    expect(ask(evenings, now, standing)).toEqual({ state: 'unknown' })
  })

  test('[OH9] hours nobody knows are neither open nor closed', () => {
    expect(openAt({ hours: { kind: 'unknown' }, standing: 'kept-by-the-line' }, now)).toEqual({ state: 'unknown' })
  })

  test('[OH10] confirmed hours hold for a year and not a day longer', () => {
    const standing = { status: 'confirmed', verifiedOn: '2026-01-05' as LocalDate } as const
    const lastDay = Date.parse('2026-01-05T00:00:00Z') + HOURS_FRESH_FOR_DAYS * 86_400_000

    expect(openAt({ hours: always, standing }, lastDay)).toEqual({ state: 'open' })
    expect(openAt({ hours: always, standing }, lastDay + 1)).toEqual({ state: 'unknown' })
  })
})

test.each(['7:00', '24:30', '12:60', 'noon', ''])('refuses %j as a time of day', (from) => {
  expect(() => ask(weekly([on(1, from, '22:00')]), winter('2026-11-23 19:00'))).toThrow(RangeError)
})

test('[OH4] a year long, «until» is when it closes and «opens at» is when it opens', () => {
  const hours = weekly(
    [on(1, '17:00', '24:00'), on(3, '14:00', '02:00'), on(6, '22:00', '04:30'), on(7, '02:15', '05:00')],
    {
      publicHolidays: 'closed',
    },
  )

  for (let now = winter('2026-01-01 00:00'); now < winter('2027-01-01 00:00'); now += 211 * 60_000) {
    const opening = ask(hours, now)
    if (opening.state === 'open') {
      expect(ask(hours, (opening.until ?? now) - 1).state).toBe('open')
      expect(ask(hours, opening.until ?? now).state).toBe('closed')
    } else if (opening.state === 'closed') {
      expect(ask(hours, opening.opensAt ?? now)).toMatchObject({ state: 'open' })
      expect(ask(hours, (opening.opensAt ?? now) - 1).state).toBe('closed')
    }
  }
})
