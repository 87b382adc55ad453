/** Giving up, cancelling, and not having come. */
import { ok, type Result, refused } from '../result.ts'
import type { Instant } from '../time.ts'
import {
  type Cancelled,
  type FollowUp,
  FREE_UNTIL_MS,
  MISSED_AFTER_MS,
  MISSED_UNTIL_MS,
  type Missed,
} from './follow-up.ts'
import { paymentAfterCancelling } from './payment.ts'
import type { Side } from './wishes.ts'

export type CancelRefusal = { readonly reason: 'over' | 'begun' }

/** F9, F10. Cancelling twice is harmless and keeps the first. */
export function cancel(followUp: FollowUp, by: Side, now: Instant): Result<FollowUp, CancelRefusal> {
  switch (followUp.phase) {
    case 'cancelled':
    case 'stopped':
      return ok(followUp)
    case 'missed':
      return refused({ reason: 'over' })
    case 'arranging':
      return ok({ phase: 'stopped', kind: followUp.kind, how: followUp.how, by })
    case 'booked': {
      const { kind, how, moment, sequence, payment } = followUp
      if (moment.from <= now) return refused({ reason: 'begun' })
      const isLate = by === 'seeker' && isLateAt(moment.from, now)
      const cancelled: Cancelled = {
        ...{ phase: 'cancelled', kind, how, moment, by, isLate },
        sequence: sequence + 1,
        payment: paymentAfterCancelling(payment, isLate),
      }
      return ok(cancelled)
    }
  }
}

/** F9: whether a seeker who cancels now owes the tariff. */
export const isLateAt = (from: Instant, now: Instant) => from - now < FREE_UNTIL_MS

export type MissedRefusal = { readonly reason: 'not-booked' | 'too-early' | 'too-late' | 'not-missed' }

/** F11: said by the professional, a while after the beginning and not days later. What is due stays due. */
export function markMissed(followUp: FollowUp, now: Instant): Result<Missed, MissedRefusal> {
  if (followUp.phase === 'missed') return ok(followUp)
  if (followUp.phase !== 'booked') return refused({ reason: 'not-booked' })
  const { kind, how, moment, sequence, payment } = followUp
  if (now < moment.from + MISSED_AFTER_MS) return refused({ reason: 'too-early' })
  if (now > moment.from + MISSED_UNTIL_MS) return refused({ reason: 'too-late' })
  return ok({ phase: 'missed', kind, how, moment, sequence, payment, isDisputed: false })
}

/** F12: a mark beside it, for the two to talk about; nothing is decided here. */
export function dispute(followUp: FollowUp): Result<Missed, MissedRefusal> {
  return followUp.phase === 'missed' ? ok({ ...followUp, isDisputed: true }) : refused({ reason: 'not-missed' })
}
