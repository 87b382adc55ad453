/**
 * When a professional can be booked: their week, cut into appointments, without what is taken and without what nobody
 * could find on a clock.
 *
 * Rules only. Rule numbers (A1, A2, …) are those of docs/rules/agenda.md.
 */
import { brusselsDate, brusselsInstants } from '../opening-hours/brussels-time.ts'
import { addDays, type LocalDate, weekdayOf } from '../opening-hours/local-date.ts'
import type { WeeklySlot } from '../opening-hours/opening-hours.ts'
import { isPublicHoliday } from '../opening-hours/public-holidays.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../time.ts'
import type { AgendaSettings } from './agenda.ts'
import { minuteOfDay, onlyInstant } from './clock-in-brussels.ts'
import { type Moment, overlap } from './moment.ts'

export type Agenda = {
  readonly weekly: readonly WeeklySlot[]
  readonly settings: AgendaSettings
  readonly taken: readonly Moment[]
}

export function freeMoments({ weekly, settings, taken }: Agenda, now: Instant): readonly Moment[] {
  const earliest = now + settings.noticeHours * HOUR_MS
  const latest = earliest + settings.days * DAY_MS
  const gapMs = settings.gapMinutes * MINUTE_MS
  const free: Moment[] = []
  // From yesterday: a night that began then may reach into today.
  const firstDay = addDays(brusselsDate(earliest), -1)
  for (let ahead = 0; ahead <= settings.days + 2; ahead++) {
    for (const moment of momentsOn(addDays(firstDay, ahead), weekly, settings)) {
      const isInReach = moment.from >= earliest && moment.from < latest
      const before = free.at(-1)
      // A6: on the night that the clock jumps ahead, two full hours on the wall are one.
      const leavesGap = !before || moment.from >= before.to + gapMs
      if (isInReach && leavesGap && isFree(moment, taken, gapMs)) free.push(moment)
    }
  }
  return free
}

/** A5: also with the pause before and after. */
export function isFree(moment: Moment, taken: readonly Moment[], gapMs: number): boolean {
  return !taken.some(({ from, to }) => overlap(moment, { from: from - gapMs, to: to + gapMs }))
}

function momentsOn(date: LocalDate, weekly: readonly WeeklySlot[], settings: AgendaSettings): readonly Moment[] {
  const isAway = settings.away.some(({ from, to }) => from <= date && date <= to)
  if (isAway || isPublicHoliday(date)) return []
  const weekday = weekdayOf(date)
  return weekly
    .filter((slot) => slot.day === weekday)
    .flatMap((slot) => momentsIn(date, slot, settings))
    .toSorted((a, b) => a.from - b.from)
}

/** A2, A3: from the beginning of the slot, by the clock on the wall, as long as a whole appointment fits. */
function momentsIn(date: LocalDate, slot: WeeklySlot, { slotMinutes, gapMinutes }: AgendaSettings): readonly Moment[] {
  const begins = minuteOfDay(slot.from)
  const ends = minuteOfDay(slot.to)
  if (begins === undefined || ends === undefined) return []
  const lastMinute = ends <= begins ? ends + 24 * 60 : ends
  const closes = brusselsInstants(date, lastMinute).first
  const moments: Moment[] = []
  for (let minute = begins; minute < lastMinute; minute += slotMinutes + gapMinutes) {
    const from = onlyInstant(date, minute)
    if (from === undefined) continue
    const to = from + slotMinutes * MINUTE_MS
    if (to <= closes) moments.push({ from, to })
  }
  return moments
}
