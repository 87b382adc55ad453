/**
 * What a seeker and a professional arrange after a talk, or for a first one: moments that are proposed, the one that is
 * booked, what becomes of it, and what is to be paid.
 *
 * Rules only: no clock, no storage, no network. Nothing in here leads to a talk or names a seeker. Rule numbers (F1, F2,
 * …) are those of docs/rules/follow-up.md.
 */
import type { Moment } from '../agenda/moment.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../time.ts'
import type { Payment } from './payment.ts'
import type { Side, Way } from './wishes.ts'

export type FollowUpKind = 'first-talk' | 'follow-up'

export type FollowUp = Arranging | Booked | Cancelled | Missed | Stopped

type Shared = { readonly kind: FollowUpKind; readonly how: Way }

export type Arranging = Shared & { readonly phase: 'arranging'; readonly proposals: readonly Moment[] }

export type Appointment = {
  readonly moment: Moment
  /** Of the calendar file (RFC 5545): goes up whenever it is moved or cancelled. */
  readonly sequence: number
  readonly payment: Payment
}

export type Booked = Shared &
  Appointment & { readonly phase: 'booked' /** To move it to. */; readonly proposals: readonly Moment[] }

export type Cancelled = Shared &
  Appointment & { readonly phase: 'cancelled'; readonly by: Side /** F9 */; readonly isLate: boolean }

export type Missed = Shared &
  Appointment & { readonly phase: 'missed' /** F12: the seeker says otherwise. */; readonly isDisputed: boolean }

/** Given up before anything was booked. */
export type Stopped = Shared & { readonly phase: 'stopped'; readonly by: Side }

export const arrange = (how: Way): Arranging => ({ phase: 'arranging', kind: 'follow-up', how, proposals: [] })

export const firstTalk: Arranging = { phase: 'arranging', kind: 'first-talk', how: 'video', proposals: [] }

export const PROPOSALS_MOST = 3

/** F9: until so long before, cancelling costs nothing. */
export const FREE_UNTIL_MS = 24 * HOUR_MS

/** F11: from and until when somebody may be marked as not having come. */
export const MISSED_AFTER_MS = 10 * MINUTE_MS
export const MISSED_UNTIL_MS = 24 * HOUR_MS

/** F17: afterwards the row is gone. */
const KEPT_AFTER_MS = 30 * DAY_MS
const ARRANGING_KEPT_MS = 30 * DAY_MS

/** F22: when who has a booked video talk may come in. */
const DOOR_OPENS_BEFORE_MS = 10 * MINUTE_MS

export function isDoorOpen(at: { phase: FollowUp['phase']; how: Way; moment?: Moment | undefined }, now: Instant) {
  if (at.phase !== 'booked' || at.how !== 'video' || !at.moment) return false
  return now >= at.moment.from - DOOR_OPENS_BEFORE_MS && now < at.moment.to
}

export const isTaken = (followUp: FollowUp): followUp is Booked | Missed =>
  followUp.phase === 'booked' || followUp.phase === 'missed'

export function paymentOf(followUp: FollowUp): Payment | undefined {
  return 'payment' in followUp ? followUp.payment : undefined
}

/** F17: counted in days, so that the end does not tell when it began. */
export function keptUntil(followUp: FollowUp, now: Instant): Instant {
  const last = 'moment' in followUp ? Math.max(followUp.moment.to, now) + KEPT_AFTER_MS : now + ARRANGING_KEPT_MS
  return last - (last % DAY_MS) + DAY_MS
}
