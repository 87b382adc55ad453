/**
 * The clock on the wall in Belgium (OH1), its changes in March and October included. The time-zone tables are those of the
 * platform (`Intl`), so a change of the law arrives with an update and not in here.
 */
import { HOUR_MS, type Instant, MINUTE_MS } from '../time.ts'
import { type LocalDate, localDate } from './local-date.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

export function brusselsDate(instant: Instant): LocalDate {
  const { year, month, day } = reading(instant)
  return localDate(year, month, day)
}

/**
 * The instants at which the clock shows this minute of this day: one, none in the hour that is skipped in March (then: the
 * moment the clock jumps, twice), or two in the hour that comes again in October (OH11).
 */
export function brusselsInstants(date: LocalDate, minute: number): { readonly first: Instant; readonly last: Instant } {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS
  const shown = [asIfUtc - 2 * HOUR_MS, asIfUtc - HOUR_MS].filter((at) => at + offset(at) === asIfUtc)
  const [first, last = first] = shown
  if (first !== undefined && last !== undefined) return { first, last }
  const jump = startOfHour(asIfUtc) - HOUR_MS
  return { first: jump, last: jump }
}

/** How far the clock in Belgium is ahead of UTC. */
function offset(instant: Instant): number {
  const { year, month, day, hour, minute, second } = reading(instant)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000
}

function reading(instant: Instant) {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of clock.formatToParts(instant)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value)
  }
  return parts
}

function startOfHour(instant: Instant): Instant {
  return Math.floor(instant / HOUR_MS) * HOUR_MS
}
