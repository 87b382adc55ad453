/** A10: so that nobody's whole week is booked by who never comes. */
import { brusselsDate } from '../opening-hours/brussels-time.ts'
import type { Moment } from './moment.ts'

export const FIRST_TALKS_A_DAY = 3

/** Of what is free, what lies on a day that has room for another first talk. */
export function roomForFirstTalks(free: readonly Moment[], firstTalks: readonly Moment[]): readonly Moment[] {
  const countByDay = new Map<string, number>()
  for (const { from } of firstTalks) {
    const day = brusselsDate(from)
    countByDay.set(day, (countByDay.get(day) ?? 0) + 1)
  }
  return free.filter(({ from }) => (countByDay.get(brusselsDate(from)) ?? 0) < FIRST_TALKS_A_DAY)
}
