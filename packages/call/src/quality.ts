/** How the connection is, in three states, and when to let go of the picture (Z6). It changes only after five seconds of the same. */
export type Quality = 'good' | 'weak' | 'bad'

export type Sample = {
  readonly at: number
  readonly roundTripMs: number | undefined
  /** Of packets that should have come, from 0 to 1. */
  readonly lost: number
  /** What the browser thinks it can send, bits per second. */
  readonly outgoing: number | undefined
}

export const STEADY_MS = 5_000
/** Under this a picture only stands in the way of the voice. */
export const SOUND_ONLY_UNDER = 100_000

const rank: Readonly<Record<Quality, number>> = { good: 0, weak: 1, bad: 2 }

/** `turning`: it has been worse, or better, than what is shown for so long; and what it was at least. */
export type QualityNow = {
  readonly shown: Quality
  readonly turning: { readonly to: 'worse' | 'better'; readonly since: number; readonly atLeast: Quality } | undefined
}

export const atFirst: QualityNow = { shown: 'good', turning: undefined }

export function nextQuality({ shown, turning }: QualityNow, sample: Sample): QualityNow {
  const seen = qualityOf(sample)
  if (seen === shown) return { shown, turning: undefined }
  const to = rank[seen] > rank[shown] ? 'worse' : 'better'
  const before = turning?.to === to ? turning : { since: sample.at, atLeast: seen }
  const isNearer = Math.abs(rank[seen] - rank[shown]) < Math.abs(rank[before.atLeast] - rank[shown])
  const now = { to, since: before.since, atLeast: isNearer ? seen : before.atLeast } as const
  return sample.at - now.since >= STEADY_MS ? { shown: now.atLeast, turning: undefined } : { shown, turning: now }
}

function qualityOf({ roundTripMs = 0, lost, outgoing = Number.POSITIVE_INFINITY }: Sample): Quality {
  if (lost > 0.15 || roundTripMs > 1_000 || outgoing < SOUND_ONLY_UNDER) return 'bad'
  if (lost > 0.04 || roundTripMs > 400 || outgoing < 300_000) return 'weak'
  return 'good'
}
