import { describe, expect, test } from 'vitest'
import type { Moment } from '../agenda/moment.ts'
import { HOUR_MS, type Instant } from '../time.ts'
import { type BookRefusal, type Offer, pick, propose } from './book.ts'
import { arrange, type Booked, type FollowUp, firstTalk } from './follow-up.ts'

const hour = (n: number): Moment => ({ from: n * HOUR_MS, to: (n + 1) * HOUR_MS })
const offer: Offer = { free: [hour(50), hour(60)], taken: [], tariff: { kind: 'own', cents: 5_000 } }
const arranging = arrange('video')
const booked: Booked = {
  ...{ phase: 'booked', kind: 'follow-up', how: 'video', proposals: [] },
  moment: hour(50),
  sequence: 0,
  payment: { state: 'due', cents: 5_000 },
}
const outcome = (result: ReturnType<typeof pick> | ReturnType<typeof propose>) =>
  result.ok ? result.value : result.why.reason

describe('the professional', () => {
  test('[F5] proposes up to three moments, which replace the earlier ones', () => {
    const first = outcome(propose(arranging, [hour(9), hour(5), hour(7)], [], 0)) as FollowUp
    const second = outcome(propose(first, [hour(8)], [], 0))

    expect(first).toMatchObject({ proposals: [hour(5), hour(7), hour(9)] })
    expect(second).toMatchObject({ proposals: [hour(8)] })
  })

  test.each<[string, FollowUp, Moment[], BookRefusal['reason']]>([
    ['four', arranging, [hour(1), hour(3), hour(5), hour(7)], 'too-many'],
    ['one that has begun', arranging, [hour(0)], 'too-late'],
    ['two that overlap', arranging, [hour(5), { from: 5.5 * HOUR_MS, to: 6 * HOUR_MS }], 'overlapping'],
    ['one that is taken', arranging, [hour(20)], 'taken'],
    ['after it was cancelled', { ...booked, phase: 'cancelled', by: 'seeker', isLate: false }, [hour(5)], 'over'],
    ['after it was given up', { phase: 'stopped', kind: 'follow-up', how: 'video', by: 'seeker' }, [hour(5)], 'over'],
    ['to move what has begun', { ...booked, moment: { from: 0, to: HOUR_MS } }, [hour(5)], 'over'],
  ])('[F5] cannot propose %s', (_, followUp, moments, reason) => {
    expect(outcome(propose(followUp, moments, [hour(20)], 0))).toBe(reason)
  })
})

describe('the seeker', () => {
  test('[F6] books a free moment, or one that was proposed', () => {
    const proposed = { ...arranging, proposals: [hour(5)] }

    expect(outcome(pick(arranging, hour(50).from, offer, 0))).toEqual(booked)
    expect(outcome(pick(proposed, hour(5).from, offer, 0))).toMatchObject({ phase: 'booked', moment: hour(5) })
  })

  test.each<[string, Instant, Partial<Offer>, Instant, BookRefusal['reason']]>([
    ['is not offered', hour(55).from, {}, 0, 'not-offered'],
    ['somebody else has just booked', hour(50).from, { taken: [hour(50)], free: [hour(60)] }, 0, 'taken'],
    [
      'overlaps with what somebody else has',
      hour(50).from,
      { taken: [{ from: 50.5 * HOUR_MS, to: 52 * HOUR_MS }] },
      0,
      'taken',
    ],
    ['has passed', hour(50).from, {}, hour(50).from, 'too-late'],
  ])('[F6] cannot have what %s', (_, from, change, now, reason) => {
    expect(outcome(pick(arranging, from, { ...offer, ...change }, now))).toBe(reason)
  })

  test('[F6] a proposal that was taken meanwhile is not to be had', () => {
    expect(outcome(pick({ ...arranging, proposals: [hour(5)] }, hour(5).from, { ...offer, taken: [hour(5)] }, 0))).toBe(
      'taken',
    )
  })

  test('[F7] moves it, and the calendar file is told so', () => {
    expect(outcome(pick(booked, hour(60).from, offer, 0))).toEqual({ ...booked, moment: hour(60), sequence: 1 })
  })

  test('[F7] picking what is booked changes nothing, so that a retry is harmless', () => {
    const again = pick(booked, hour(50).from, offer, 0)

    expect(again.ok && again.value).toBe(booked)
  })

  test('[F7] what is paid stays paid when it moves', () => {
    const paid: Booked = { ...booked, payment: { state: 'paid', cents: 5_000, by: 'online', reference: 'tr_1' } }

    expect(outcome(pick(paid, hour(60).from, { ...offer, tariff: { kind: 'own', cents: 9_900 } }, 0))).toMatchObject({
      payment: paid.payment,
    })
  })

  test.each<[string, Instant, Moment[], boolean]>([
    ['a day before', 26 * HOUR_MS, [], true],
    ['less than a day before', 26 * HOUR_MS + 1, [], false],
    ['less than a day before, to what the professional proposed', 49 * HOUR_MS, [hour(60)], true],
    ['when it has begun', 50 * HOUR_MS, [hour(60)], false],
  ])('[F8] moving %s', (_, now, proposals, mayMove) => {
    expect(pick({ ...booked, proposals }, hour(60).from, offer, now).ok).toBe(mayMove)
  })

  test('[F18] books a first talk without anything to pay', () => {
    expect(outcome(pick(firstTalk, hour(50).from, offer, 0))).toMatchObject({
      kind: 'first-talk',
      payment: { state: 'free' },
    })
  })
})
