/** What the browser gives and a test replaces: time and chance. */
export interface Clock {
  now(): number
  /** Runs `work` once after that many milliseconds, unless cancelled. Nothing may depend on it being on time (R14). */
  after(ms: number, work: () => void): () => void
}

/** From 0 up to 1. */
export type Random = () => number

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
