import { Settings } from '@houvast/protocol/follow-up-requests'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { FollowUpApi } from './follow-up-api.ts'
import { createSettings, settingsOf, type Typed, typedOf } from './settings-model.ts'

const settings: Settings = {
  agenda: {
    ...{ slotMinutes: 50, gapMinutes: 10, noticeHours: 24, days: 28 },
    away: [{ from: '2026-12-24', to: '2027-01-03' }],
  },
  tariff: { kind: 'convention', cents: 6_050, source: 'riziv.fgov.be', readOn: '2026-11-26' },
  account: { iban: 'BE68539007547034', holder: 'Lotte' },
  address: 'Kerkstraat 1, 9000 Gent',
}
const typed = typedOf(settings)

describe('agenda and tariff', () => {
  test('[F13] are sent as they were typed, and read back the same', () => {
    expect(settingsOf(typed)).toEqual(settings)
    expect(v.is(Settings, settingsOf(typed))).toBe(true)
    expect(typed.amount).toBe('60,50')
  })

  test.each<[string, Partial<Typed>, unknown]>([
    ['whole euros', { amount: '60' }, 6_000],
    ['a point', { amount: '60.5' }, 6_050],
    ['spaces', { amount: ' 60,50 ' }, 6_050],
  ])('[F13] an amount with %s', (_, change, cents) => {
    expect(settingsOf({ ...typed, ...change })).toMatchObject({ tariff: { cents } })
  })

  test.each<[string, Partial<Typed>, string]>([
    ['an amount that is none', { amount: 'veel' }, 'amount'],
    ['no amount', { amount: '' }, 'amount'],
    ['days off that are none', { away: 'kerstvakantie' }, 'away'],
    ['an account number with a slip', { iban: 'BE68 5390 0754 7035' }, 'iban'],
  ])('[F13] %s is said before anything is sent', (_, change, problem) => {
    expect(settingsOf({ ...typed, ...change })).toBe(problem)
  })

  test('what may be empty is left out; unknown stays unknown', () => {
    expect(settingsOf({ ...typed, iban: '', address: ' ', tariff: 'unknown', amount: '' })).toEqual({
      agenda: settings.agenda,
      tariff: { kind: 'unknown' },
    })
  })

  test('what somebody is typing is not overwritten by what comes from the server', async () => {
    const value = { settings, hasWeek: true, calendar: { isConnected: false } }
    const api = { settings: async () => ({ ok: true, value }), putSettings: async () => ({ ok: true, value: {} }) }
    const model = createSettings(api as unknown as FollowUpApi)
    await model.look()
    model.type({ amount: '75' })
    await model.look()
    expect(model.typed.value.amount).toBe('75')
    await model.save()
    expect(model.said.value).toEqual({ is: 'saved' })
  })

  test('[F21] why a calendar is not connected is said, and the password is not kept here', async () => {
    const api = {
      putCalendar: async () => ({ ok: false, why: { reason: 'calendar-refused', because: 'access-refused' } }),
    }
    const model = createSettings(api as unknown as FollowUpApi)

    expect(await model.connect({ url: 'https://a.example/', username: 'x', password: 'canary' })).toBe(false)
    expect(model.calendarProblem.value).toBe('access-refused')
    expect(JSON.stringify(model)).not.toContain('canary')
  })
})
