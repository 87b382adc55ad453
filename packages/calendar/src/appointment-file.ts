/**
 * An appointment as a calendar file (RFC 5545). Whoever sees the calendar sees «Afspraak» and a time: no word of what it
 * is about (F21).
 */
import createCalendar, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { BrusselsDate } from './brussels-date.ts'
import { brusselsZone } from './brussels-zone.ts'

export type AppointmentFile = {
  /** The same for as long as the appointment lives, however often it moves. */
  readonly id: string
  /** RFC 5545, 3.8.7.4: goes up with every change that matters. */
  readonly sequence: number
  readonly from: number
  readonly to: number
  readonly isCancelled: boolean
  /** Where it can be looked at; holds the id only. */
  readonly link?: string | undefined
  readonly writtenAt: number
}

export const TITLE = 'Afspraak'
const TIME_ZONE = 'Europe/Brussels'
/** A day before, while cancelling is free, and an hour before. */
const REMINDERS_S = [25 * 3_600, 3_600]

/** RFC 7986, 5.3: no address of anybody's in it. */
export const uidOf = (id: string) => `${id}@afspraak`

/**
 * `published`: for the person's own calendar, as a file (METHOD PUBLISH, or CANCEL). `stored`: for a CalDAV server, which
 * takes no METHOD (RFC 4791, 4.1).
 */
export function appointmentFile(appointment: AppointmentFile, use: 'published' | 'stored'): string {
  const { id, sequence, from, to, isCancelled, link, writtenAt } = appointment
  const calendar = createCalendar({
    prodId: { company: TITLE, product: TITLE, language: 'NL' },
    timezone: { name: TIME_ZONE, generator: () => brusselsZone },
    ...(use === 'published' ? { method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH } : {}),
  })
  const event = calendar.createEvent({
    ...{ id: uidOf(id), sequence, summary: TITLE, timezone: TIME_ZONE },
    ...{ start: new BrusselsDate(from), end: new BrusselsDate(to), stamp: new Date(writtenAt) },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(link ? { url: link } : {}),
  })
  if (!isCancelled)
    for (const trigger of REMINDERS_S) event.createAlarm({ type: ICalAlarmType.display, trigger, description: TITLE })
  // RFC 5545, 3.8.7.2: always in UTC; the library writes it by the clock of the calendar.
  return calendar.toString().replace(/^DTSTAMP:.*$/m, `DTSTAMP:${inUtc(writtenAt)}`)
}

const inUtc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
