/**
 * An honest estimate of the wait, or none. It is the middle time between the last pick-ups, times the place,
 * rounded up to what a person would say. With fewer than three pick-ups to go by we do not know, and say so.
 */
import { HOUR_MS, type Instant, MINUTE_MS } from '../time.ts'

/** Q2: pick-ups older than this say nothing about tonight. */
export const ESTIMATE_WINDOW_MS = 2 * HOUR_MS
const FEWEST_PICK_UPS = 3

/** Q1: place 1 is next. Returns minutes, or undefined when there is too little to go by. */
export function estimateWait(place: number, pickUpsAt: readonly Instant[], now: Instant): number | undefined {
  const recent = pickUpsAt.filter((at) => at <= now && now - at <= ESTIMATE_WINDOW_MS).sort((a, b) => a - b)
  if (recent.length < FEWEST_PICK_UPS) return undefined
  const gaps = recent.slice(1).map((at, i) => at - (recent[i] ?? at))
  gaps.push(now - (recent.at(-1) ?? now))
  gaps.sort((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0
  return roundUp(Math.ceil((middle * place) / MINUTE_MS))
}

/** To the minute below five, then to five, then to a quarter: no false precision. */
function roundUp(minutes: number): number {
  const step = minutes <= 5 ? 1 : minutes <= 30 ? 5 : 15
  return Math.max(1, Math.ceil(minutes / step) * step)
}
