import { describe, expect, test } from 'vitest'
import type { WeeklySlot } from '../opening-hours/opening-hours.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../time.ts'
import { type AgendaSettings, forFirstTalk, usualAgenda } from './agenda.ts'
import { freeMoments } from './free-moments.ts'
import type { Moment } from './moment.ts'

const at = (text: string): Instant => Date.parse(text)
const settings: AgendaSettings = { slotMinutes: 50, gapMinutes: 10, noticeHours: 1, days: 2, away: [] }
const tuesday: WeeklySlot = { day: 2, from: '09:00', to: '12:00' }
/** Monday 30 November 2026, midday in Brussels. */
const monday = at('2026-11-30T12:00:00+01:00')

function starts(
  { weekly = [tuesday], taken = [], ...change }: Partial<AgendaSettings> & { weekly?: WeeklySlot[]; taken?: Moment[] },
  now = monday,
) {
  const moments = freeMoments({ weekly, taken, settings: { ...settings, ...change } }, now)
  return moments.map(({ from }) => new Date(from).toISOString().slice(5, 16))
}

describe('when somebody can be booked', () => {
  test('[A1, A2] in their week, cut into appointments with a pause between', () => {
    expect(starts({})).toEqual(['12-01T08:00', '12-01T09:00', '12-01T10:00'])
  })

  test.each<[string, Parameters<typeof starts>[0], readonly string[]]>([
    ['[A3] a last one that does not fit is not offered', { slotMinutes: 80 }, ['12-01T08:00', '12-01T09:30']],
    [
      '[A3] the pause after the last one need not fit',
      { slotMinutes: 60, gapMinutes: 60 },
      ['12-01T08:00', '12-01T10:00'],
    ],
    ['[A7] not with less notice than they want', { noticeHours: 22 }, ['12-01T09:00', '12-01T10:00']],
    [
      '[A7] not further ahead than they want',
      { days: 1, noticeHours: 1 },
      ['12-01T08:00', '12-01T09:00', '12-01T10:00'],
    ],
    [
      '[A7] nor on a day after that',
      { days: 1, weekly: [tuesday, { day: 3, from: '14:00', to: '15:00' }] },
      ['12-01T08:00', '12-01T09:00', '12-01T10:00'],
    ],
    ['[A3] nor one that would end too late', { slotMinutes: 100 }, ['12-01T08:00']],
    ['[A8] not on their days off', { away: [{ from: '2026-11-28', to: '2026-12-01' }] }, []],
    ['a week with nothing in it', { weekly: [] }, []],
    ['times that are none', { weekly: [{ day: 2, from: '9:00', to: '25:00' }] }, []],
  ])('%s', (_, change, moments) => {
    expect(starts(change)).toEqual(moments)
  })

  test('[A8] not on a public holiday', () => {
    const christmas = at('2026-12-24T08:00:00+01:00')
    const weekly = ([4, 5, 6] as const).map((day) => ({ day, from: '10:00', to: '11:00' }))

    expect(starts({ weekly, days: 3 }, christmas)).toEqual(['12-24T09:00', '12-26T09:00'])
  })

  test.each<[string, string, string, readonly string[]]>([
    ['what is taken', '09:00', '09:50', ['12-01T09:00', '12-01T10:00']],
    ['what lies across two of them', '09:30', '10:20', ['12-01T10:00']],
    ['what leaves no pause before', '10:50', '11:00', ['12-01T08:00']],
    ['what touches with the pause between', '08:00', '08:50', ['12-01T08:00', '12-01T09:00', '12-01T10:00']],
  ])('[A5] without %s', (_, from, to, moments) => {
    const taken = [{ from: at(`2026-12-01T${from}:00+01:00`), to: at(`2026-12-01T${to}:00+01:00`) }]

    expect(starts({ taken })).toEqual(moments)
  })

  test('[A6] slots of the week that overlap give no appointments that do', () => {
    const weekly: WeeklySlot[] = [tuesday, { day: 2, from: '09:30', to: '12:30' }]

    expect(starts({ weekly })).toEqual(['12-01T08:00', '12-01T09:00', '12-01T10:00'])
  })

  test('[A2] a night goes on into the next day', () => {
    const weekly: WeeklySlot[] = [{ day: 2, from: '23:00', to: '01:00' }]

    expect(starts({ weekly })).toEqual(['12-01T22:00', '12-01T23:00'])
  })

  test('[A9] a first talk is fifteen minutes, and may be soon', () => {
    const [first] = freeMoments({ weekly: [tuesday], taken: [], settings: forFirstTalk(usualAgenda) }, monday)

    expect(first && first.to - first.from).toBe(15 * MINUTE_MS)
    expect(forFirstTalk(usualAgenda).noticeHours).toBe(1)
  })
})

describe('on the nights that the clock changes', () => {
  const night: WeeklySlot[] = [{ day: 7, from: '01:00', to: '05:00' }]
  const toSummer = at('2027-03-27T12:00:00+01:00')
  const toWinter = at('2026-10-24T12:00:00+02:00')
  const hourly = { weekly: night, slotMinutes: 60, gapMinutes: 0, days: 1 }

  test('[A4] the hour that is skipped is not offered', () => {
    expect(starts(hourly, toSummer)).toEqual(['03-28T00:00', '03-28T01:00', '03-28T02:00'])
  })

  test('[A4] nor the moment to which the clock jumps, in its place', () => {
    const weekly: WeeklySlot[] = [{ day: 7, from: '02:30', to: '04:30' }]

    expect(starts({ ...hourly, weekly }, toSummer)).toEqual(['03-28T01:30'])
  })

  test('[A4] the hour that comes twice is not offered: nobody knows which is meant', () => {
    expect(starts(hourly, toWinter)).toEqual(['10-24T23:00', '10-25T02:00', '10-25T03:00'])
  })

  test('[A6] an appointment across the jump is as long as any, and the next comes after it', () => {
    const moments = freeMoments(
      { weekly: night, taken: [], settings: { ...settings, slotMinutes: 120, gapMinutes: 0 } },
      toSummer,
    )

    expect(moments).toEqual([{ from: at('2027-03-28T01:00:00+01:00'), to: at('2027-03-28T04:00:00+02:00') }])
  })

  test('[A1, A6] over two years nothing overlaps, nothing is outside the week, all is a whole minute on the clock', () => {
    const weekly: WeeklySlot[] = ([1, 3, 6, 7] as const).map((day) => ({ day, from: '00:30', to: '06:00' }))
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeStyle: 'short' })
    for (let now = at('2026-01-01T00:00:00Z'); now < at('2028-01-01T00:00:00Z'); now += 20 * DAY_MS) {
      const moments = freeMoments({ weekly, taken: [], settings: { ...settings, days: 20 } }, now)
      for (const [index, { from, to }] of moments.entries()) {
        expect(to - from).toBe(50 * MINUTE_MS)
        expect(clock.format(from)).toMatch(/^0[0-5]:30$/)
        expect(from).toBeGreaterThanOrEqual((moments[index - 1]?.to ?? now + HOUR_MS - 10 * MINUTE_MS) + 10 * MINUTE_MS)
      }
    }
  })
})
