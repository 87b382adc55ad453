/** So many a second for each name. Nothing outlives its second, and a flood of invented names meets the ceiling. */
export type PerSecond = {
  /** `false` when this name has had its share of this second. */
  take(name: string, now: number): boolean
}

const NAMES_MAX = 10_000

export function createPerSecond(limit: number): PerSecond {
  const taken = new Map<string, number>()
  let second = 0
  return {
    take(name, now) {
      if (Math.floor(now / 1000) !== second) {
        second = Math.floor(now / 1000)
        taken.clear()
      }
      const count = taken.get(name) ?? 0
      if (count >= limit || (count === 0 && taken.size >= NAMES_MAX)) return false
      taken.set(name, count + 1)
      return true
    },
  }
}
