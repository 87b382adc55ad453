/**
 * Is this line open now, until when, or when does it open again?
 *
 * «Open» sends someone who needs help to a door, so it is only said of hours we know (OH9, OH10); everything else is
 * `unknown`, and the page then shows what was last known and where to look.
 */
import { DAY_MS, type Instant } from '../time.ts'
import { brusselsDate, brusselsInstants } from './brussels-time.ts'
import { hoursOnDay, usualHours } from './hours-on-day.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { Standing, StatedHours, TimeOfDay, TimeSpan, WeeklyHours } from './opening-hours.ts'

export type Opening =
  | { readonly state: 'open'; readonly until?: Instant }
  | { readonly state: 'closed'; readonly opensAt?: Instant }
  | { readonly state: 'unknown' }

/** OH10: hours that someone else read stay good for a year. */
export const HOURS_FRESH_FOR_DAYS = 365

/** OH12: how far ahead a next opening is looked for. */
const LOOK_AHEAD_DAYS = 370

export function openAt({ hours, standing }: StatedHours, now: Instant): Opening {
  if (!canBeTrusted(standing, now)) return { state: 'unknown' }
  switch (hours.kind) {
    case 'unknown':
      return { state: 'unknown' }
    case 'always':
      return { state: 'open' }
    case 'weekly':
      return weeklyOpening(hours, now)
  }
}

export function canBeTrusted(standing: Standing, now: Instant): boolean {
  if (standing === 'kept-by-the-line') return true
  if (standing.status !== 'confirmed' || !standing.verifiedOn) return false
  const age = now - Date.parse(`${standing.verifiedOn}T00:00:00Z`)
  return age >= -DAY_MS && age <= HOURS_FRESH_FOR_DAYS * DAY_MS
}

type Stretch = { readonly from: Instant; readonly to: Instant }

function weeklyOpening(hours: WeeklyHours, now: Instant): Opening {
  const today = brusselsDate(now)
  const yesterday = addDays(today, -1)
  if (hoursOnDay(hours, today) === 'unknown') return { state: 'unknown' }
  if (hoursOnDay(hours, yesterday) === 'unknown') {
    const mayStillBeOpen = usualHours(hours, yesterday).some((span) => covers(stretchOf(yesterday, span), now))
    if (mayStillBeOpen) return { state: 'unknown' }
  }
  const until = endOfOpening(hours, yesterday, now)
  return until === undefined ? closedUntilNext(hours, today, now) : { state: 'open', until }
}

/** OH3: walks from stretch to stretch as long as they touch. */
function endOfOpening(hours: WeeklyHours, firstDay: LocalDate, now: Instant): Instant | undefined {
  let end: Instant | undefined
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const before = end
    for (const stretch of stretchesOn(hours, addDays(firstDay, ahead))) {
      if (covers(stretch, end ?? now)) end = Math.max(end ?? stretch.to, stretch.to)
    }
    // Yesterday and today may both hold `now`; from then on a day that adds nothing ends the opening.
    if (ahead > 0 && end === before) break
  }
  return end
}

function closedUntilNext(hours: WeeklyHours, today: LocalDate, now: Instant): Opening {
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const date = addDays(today, ahead)
    if (hoursOnDay(hours, date) === 'unknown') return { state: 'closed' }
    const next = stretchesOn(hours, date).find((stretch) => stretch.from > now)
    if (next) return { state: 'closed', opensAt: next.from }
  }
  return { state: 'closed' }
}

function stretchesOn(hours: WeeklyHours, date: LocalDate): readonly Stretch[] {
  const spans = hoursOnDay(hours, date)
  if (spans === 'unknown') return []
  return spans
    .map((span) => stretchOf(date, span))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

/** OH11: in the hour that comes twice we open late and close early, so that nobody finds a closed door. */
function stretchOf(date: LocalDate, { from, to }: TimeSpan): Stretch {
  const begins = minuteOf(from)
  const ends = minuteOf(to)
  const lastDay = ends <= begins ? addDays(date, 1) : date
  return { from: brusselsInstants(date, begins).last, to: brusselsInstants(lastDay, ends).first }
}

/** OH4 */
function covers({ from, to }: Stretch, instant: Instant): boolean {
  return from <= instant && instant < to
}

function minuteOf(time: TimeOfDay): number {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (!(minutes <= 24 * 60)) throw new RangeError(`not a time of day: ${time}`)
  return minutes
}
