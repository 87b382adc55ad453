/** Slows guessing down for one name, without ever shutting a helper out for good. Kept in memory, and not without end. */
import { type Instant, MINUTE_MS } from '@houvast/rules/time'

const TRIES = 10
const WITHIN_MS = 5 * MINUTE_MS
export const NAMES_MOST = 10_000

export class Tries {
  readonly #now: () => Instant
  /** Who tried longest ago comes first. */
  readonly #byName = new Map<string, Instant[]>()

  constructor(now: () => Instant) {
    this.#now = now
  }

  get size() {
    return this.#byName.size
  }

  /** Counts a try before its outcome is known, so that many at once are many. `false`: there were too many. */
  mayTry(name: string): boolean {
    const now = this.#now()
    const recent = (this.#byName.get(name) ?? []).filter((at) => now - at < WITHIN_MS)
    if (recent.length >= TRIES) return false
    this.#byName.delete(name)
    this.#byName.set(name, [...recent, now])
    this.#forgetOld(now)
    return true
  }

  forget(name: string) {
    this.#byName.delete(name)
  }

  #forgetOld(now: Instant) {
    for (const [name, at] of this.#byName) {
      if (now - (at.at(-1) ?? 0) < WITHIN_MS && this.#byName.size <= NAMES_MOST) return
      this.#byName.delete(name)
    }
  }
}
