/** Chance that can be had again: everything generated follows from one number. */
export type Chance = ReturnType<typeof chanceFrom>

export function chanceFrom(seed: number) {
  let state = seed >>> 0
  /** Mulberry32: from 0 up to 1. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    isOneIn: (n: number) => below(n) === 0,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
  }
}
