/** Chance that can be had again: the same seed gives the same course (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    random,
    between: (from: number, to: number) => from + Math.floor(random() * (to - from + 1)),
    pick: <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T,
    isOnce: (outOf: number) => random() * outOf < 1,
  }
}

export type Seeded = ReturnType<typeof seeded>
