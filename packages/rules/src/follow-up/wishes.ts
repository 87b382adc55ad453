/**
 * What both want after a talk. Nothing happens unless both say yes, and a «no» looks to the other exactly like silence
 * until the term has passed; then both look the same for either reason.
 *
 * Rules only. Rule numbers (F1, F2, …) are those of docs/rules/follow-up.md.
 */
import { ok, type Result, refused } from '../result.ts'
import { HOUR_MS, type Instant } from '../time.ts'

export type Side = 'seeker' | 'professional'

export const ways = ['video', 'on-site'] as const
export type Way = (typeof ways)[number]

/** A professional may offer both ways. */
export type Wish = { readonly says: 'yes'; readonly how: readonly Way[] } | { readonly says: 'no' }

export type Wishes = {
  readonly seeker?: Wish | undefined
  readonly professional?: Wish | undefined
  readonly endedAt: Instant
}

/** F2: how long the question stands. */
export const TERM_MS = 48 * HOUR_MS

export type WishRefusal = { readonly reason: 'too-late' | 'agreed-already' }

/** F3: one may change one's mind, as long as not both have said yes. */
export function say(wishes: Wishes, side: Side, wish: Wish, now: Instant): Result<Wishes, WishRefusal> {
  if (agreedWay(wishes)) return refused({ reason: 'agreed-already' })
  if (isOver(wishes, now)) return refused({ reason: 'too-late' })
  return ok({ ...wishes, [side]: wish })
}

/** What one side sees. `said-no` is only ever shown to who said it. */
export type Seen =
  | { readonly state: 'asked' }
  | { readonly state: 'waiting' }
  | { readonly state: 'said-no' }
  | { readonly state: 'agreed'; readonly how: Way }
  | { readonly state: 'not-going-on' }

/** F1, F2 */
export function seenBy(wishes: Wishes, side: Side, now: Instant): Seen {
  const how = agreedWay(wishes)
  if (how) return { state: 'agreed', how }
  if (isOver(wishes, now)) return { state: 'not-going-on' }
  const mine = wishes[side]
  if (!mine) return { state: 'asked' }
  return { state: mine.says === 'yes' ? 'waiting' : 'said-no' }
}

/** F4: as the seeker wishes where the professional offers it, else as the professional offers. */
export function agreedWay({ seeker, professional }: Wishes): Way | undefined {
  if (seeker?.says !== 'yes' || professional?.says !== 'yes') return undefined
  return seeker.how.find((way) => professional.how.includes(way)) ?? professional.how[0]
}

const isOver = ({ endedAt }: Wishes, now: Instant) => now >= endedAt + TERM_MS
