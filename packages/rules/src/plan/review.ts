/** V5: a plan is looked at again after a while. A kind word, never an alarm; put off as often as one likes. */
import { DAY_MS, type Instant } from '../time.ts'

export const REVIEW_AFTER_DAYS = 90
export const PUT_OFF_DAYS = 14

export type Review = {
  /** When somebody last said «it still fits», or began the plan. */
  readonly lookedAt: Instant
  readonly everyDays: number
  readonly putOffUntil?: Instant | undefined
}

export function isReviewDue({ lookedAt, everyDays, putOffUntil = 0 }: Review, now: Instant): boolean {
  return now >= Math.max(lookedAt + everyDays * DAY_MS, putOffUntil)
}

export function putOff(review: Review, now: Instant): Review {
  return { ...review, putOffUntil: now + PUT_OFF_DAYS * DAY_MS }
}
