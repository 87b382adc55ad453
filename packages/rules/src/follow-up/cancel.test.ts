import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts'
import { cancel, dispute, markMissed } from './cancel.ts'
import { arrange, type Booked, type FollowUp, isDoorOpen, isTaken, keptUntil, paymentOf } from './follow-up.ts'

const start = 100 * HOUR_MS
const booked: Booked = {
  ...{ phase: 'booked', kind: 'follow-up', how: 'video', proposals: [], sequence: 2 },
  moment: { from: start, to: start + 50 * MINUTE_MS },
  payment: { state: 'paid', cents: 5_000, by: 'online', reference: 'tr_1' },
}

describe('cancelling', () => {
  test.each<['seeker' | 'professional', string, number, { isLate: boolean; payment: string }]>([
    ['seeker', 'a day before', start - 24 * HOUR_MS, { isLate: false, payment: 'refund-due' }],
    ['seeker', 'less than a day before', start - 24 * HOUR_MS + 1, { isLate: true, payment: 'paid' }],
    ['professional', 'a day before', start - 24 * HOUR_MS, { isLate: false, payment: 'refund-due' }],
    ['professional', 'a minute before', start - MINUTE_MS, { isLate: false, payment: 'refund-due' }],
  ])('[F9, F10] by the %s, %s', (by, _, now, { isLate, payment }) => {
    const result = cancel(booked, by, now)

    expect(result.ok && result.value).toMatchObject({ phase: 'cancelled', by, isLate, sequence: 3 })
    expect(result.ok && paymentOf(result.value)?.state).toBe(payment)
  })

  test('[F9] late, what was not yet paid stays due', () => {
    const result = cancel({ ...booked, payment: { state: 'due', cents: 5_000 } }, 'seeker', start - HOUR_MS)

    expect(result.ok && paymentOf(result.value)).toEqual({ state: 'due', cents: 5_000 })
  })

  test('[F10] twice is harmless, and the first counts', () => {
    const first = cancel(booked, 'professional', 0)
    const second = first.ok && cancel(first.value, 'seeker', start - 1)

    expect(second).toEqual(first)
  })

  test('[F10] what has begun is not cancelled', () => {
    expect(cancel(booked, 'seeker', start)).toEqual({ ok: false, why: { reason: 'begun' } })
  })

  test('[F5] before anything is booked either side may stop it', () => {
    const result = cancel({ ...arrange('on-site'), proposals: [{ from: 1, to: 2 }] }, 'seeker', 0)

    expect(result).toEqual({ ok: true, value: { phase: 'stopped', kind: 'follow-up', how: 'on-site', by: 'seeker' } })
  })

  test('[F6] frees the moment for others', () => {
    const result = cancel(booked, 'seeker', 0)

    expect(isTaken(booked)).toBe(true)
    expect(result.ok && isTaken(result.value)).toBe(false)
  })
})

describe('not having come', () => {
  test.each([
    ['before ten minutes have passed', start + 10 * MINUTE_MS - 1, 'too-early'],
    ['after ten minutes', start + 10 * MINUTE_MS, 'missed'],
    ['a day later', start + 24 * HOUR_MS, 'missed'],
    ['later than that', start + 24 * HOUR_MS + 1, 'too-late'],
  ])('[F11] is marked %s', (_, now, outcome) => {
    const result = markMissed(booked, now)

    expect(result.ok ? result.value.phase : result.why.reason).toBe(outcome)
  })

  test('[F11] is said of what is booked, and leaves what is paid as it is', () => {
    const cancelled = cancel(booked, 'professional', 0)
    const missed = markMissed(booked, start + HOUR_MS)

    expect(cancelled.ok && markMissed(cancelled.value, start + HOUR_MS).ok).toBe(false)
    expect(missed.ok && missed.value.payment).toEqual(booked.payment)
    expect(missed.ok && markMissed(missed.value, start + 99 * HOUR_MS)).toEqual(missed)
  })

  test('[F12] the seeker may say otherwise, and that is all it is', () => {
    const { kind, how, moment, sequence, payment } = booked
    const missed = { phase: 'missed', kind, how, moment, sequence, payment, isDisputed: false } as const

    expect(dispute(missed)).toEqual({ ok: true, value: { ...missed, isDisputed: true } })
    expect(dispute(booked)).toEqual({ ok: false, why: { reason: 'not-missed' } })
  })
})

test.each<[string, FollowUp, number]>([
  ['what is booked, from its end', booked, start + 30 * DAY_MS],
  ['what is being arranged, from now', arrange('video'), 30 * DAY_MS],
])('[F17] %s, is gone a month later, on a whole day', (_, followUp, least) => {
  const end = keptUntil(followUp, 0)

  expect(end % DAY_MS).toBe(0)
  expect(end).toBeGreaterThanOrEqual(least)
  expect(end).toBeLessThan(least + 2 * DAY_MS)
})

test.each<[string, FollowUp, number, boolean]>([
  ['ten minutes before', booked, start - 10 * MINUTE_MS, true],
  ['earlier than that', booked, start - 10 * MINUTE_MS - 1, false],
  ['until its end', booked, booked.moment.to - 1, true],
  ['at its end', booked, booked.moment.to, false],
  ['on site', { ...booked, how: 'on-site' }, start, false],
  ['when it is cancelled', { ...booked, phase: 'cancelled', by: 'seeker', isLate: true }, start, false],
  ['before anything is booked', arrange('video'), start, false],
])('[F22] the door of a video talk %s', (_, followUp, now, isOpen) => {
  expect(isDoorOpen(followUp, now)).toBe(isOpen)
})
