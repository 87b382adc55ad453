/** What the clock on the wall shows, to tell a minute that is there from one that is skipped or comes twice. */
import { brusselsInstants } from '../opening-hours/brussels-time.ts'
import { addDays, type LocalDate } from '../opening-hours/local-date.ts'
import type { Instant } from '../time.ts'

const MINUTES_A_DAY = 24 * 60

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A4: the one instant at which the clock shows this minute; `undefined` when there is none, or two. */
export function onlyInstant(date: LocalDate, minute: number): Instant | undefined {
  const onDay = addDays(date, Math.floor(minute / MINUTES_A_DAY))
  const { first, last } = brusselsInstants(onDay, minute % MINUTES_A_DAY)
  return first === last && clock.format(first) === timeOfDay(minute % MINUTES_A_DAY) ? first : undefined
}

/** `undefined` for what is no time of day; `24:00` is the end of the day (OH2). */
export function minuteOfDay(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return minutes <= MINUTES_A_DAY ? minutes : undefined
}

function timeOfDay(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
