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

export type QualityNow = { readonly shown: Quality; readonly seen: Quality; readonly seenSince: number }

export const atFirst = (at: number): QualityNow => ({ shown: 'good', seen: 'good', seenSince: at })

export function nextQuality(before: QualityNow, sample: Sample): QualityNow {
  const seen = qualityOf(sample)
  const seenSince = seen === before.seen ? before.seenSince : sample.at
  const shown = sample.at - seenSince >= STEADY_MS ? seen : before.shown
  return { shown, seen, seenSince }
}

function qualityOf({ roundTripMs = 0, lost, outgoing = Number.POSITIVE_INFINITY }: Sample): Quality {
  if (lost > 0.15 || roundTripMs > 1_000 || outgoing < SOUND_ONLY_UNDER) return 'bad'
  if (lost > 0.04 || roundTripMs > 400 || outgoing < 300_000) return 'weak'
  return 'good'
}
