/** Proposing moments, and picking one: to book it, or to move what is booked. */
import { isFree } from '../agenda/free-moments.ts'
import { type Moment, overlap } from '../agenda/moment.ts'
import { ok, type Result, refused } from '../result.ts'
import type { Instant } from '../time.ts'
import { type Booked, type FollowUp, FREE_UNTIL_MS, PROPOSALS_MOST } from './follow-up.ts'
import { firstPayment, type Tariff } from './payment.ts'

export type BookRefusal = {
  readonly reason: 'over' | 'not-offered' | 'taken' | 'too-late' | 'too-late-to-move' | 'too-many' | 'overlapping'
}

/** F5: the professional proposes; what was proposed before is replaced. */
export function propose(
  followUp: FollowUp,
  moments: readonly Moment[],
  taken: readonly Moment[],
  now: Instant,
): Result<FollowUp, BookRefusal> {
  if (!isOpen(followUp, now)) return refused({ reason: 'over' })
  if (moments.length > PROPOSALS_MOST) return refused({ reason: 'too-many' })
  if (moments.some(({ from }) => from <= now)) return refused({ reason: 'too-late' })
  if (moments.some((one, index) => moments.slice(index + 1).some((other) => overlap(one, other))))
    return refused({ reason: 'overlapping' })
  if (moments.some((moment) => !isFree(moment, taken, 0))) return refused({ reason: 'taken' })
  return ok({ ...followUp, proposals: moments.toSorted((a, b) => a.from - b.from) })
}

export type Offer = {
  /** What the agenda offers now. */
  readonly free: readonly Moment[]
  /** F6: what others have; read in the step that books. */
  readonly taken: readonly Moment[]
  readonly tariff: Tariff
}

/** F6, F7: the seeker picks a moment that begins then. Picking what is booked already changes nothing. */
export function pick(
  followUp: FollowUp,
  from: Instant,
  { free, taken, tariff }: Offer,
  now: Instant,
): Result<Booked, BookRefusal> {
  if (!isOpen(followUp, now)) return refused({ reason: 'over' })
  if (followUp.phase === 'booked' && followUp.moment.from === from) return ok(followUp)
  if (from <= now) return refused({ reason: 'too-late' })
  const proposed = followUp.proposals.find((moment) => moment.from === from)
  const moment = proposed ?? free.find((one) => one.from === from)
  if (!moment) return refused({ reason: taken.some((one) => one.from === from) ? 'taken' : 'not-offered' })
  if (!isFree(moment, taken, 0)) return refused({ reason: 'taken' })
  const { kind, how } = followUp
  if (followUp.phase === 'arranging') {
    const payment = kind === 'first-talk' ? ({ state: 'free' } as const) : firstPayment(tariff)
    return ok({ phase: 'booked', kind, how, moment, sequence: 0, payment, proposals: [] })
  }
  // F8: else who moves at the last moment would never owe anything. What the professional proposed they may always take.
  if (!proposed && followUp.moment.from - now < FREE_UNTIL_MS) return refused({ reason: 'too-late-to-move' })
  return ok({ ...followUp, moment, sequence: followUp.sequence + 1, proposals: [] })
}

/** Something can still be arranged: it was not given up, and has not begun. */
function isOpen(followUp: FollowUp, now: Instant): followUp is Extract<FollowUp, { proposals: readonly Moment[] }> {
  return followUp.phase === 'arranging' || (followUp.phase === 'booked' && followUp.moment.from > now)
}
