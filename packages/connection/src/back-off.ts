import type { Random } from './ports.ts'

const FIRST_MS = 100
const MOST_MS = 4_000

/** R6: how long to wait before the next try, after so many failed ones; full jitter, so that a crowd spreads out. */
export function backOffMs(failures: number, random: Random): number {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures + 1, 10))
  return FIRST_MS + random() * (ceiling - FIRST_MS)
}
