/** How a professional wants to be booked. Rule numbers (A1, A2, …) are those of docs/rules/agenda.md. */
import type { Period } from '../opening-hours/opening-hours.ts'

export type AgendaSettings = {
  readonly slotMinutes: number
  /** Free after each appointment, before the next may begin. */
  readonly gapMinutes: number
  /** How long beforehand an appointment must be made. */
  readonly noticeHours: number
  /** How far ahead moments are offered. */
  readonly days: number
  /** Days off; both days belong to it. */
  readonly away: readonly Period[]
}

export const usualAgenda: AgendaSettings = { slotMinutes: 50, gapMinutes: 10, noticeHours: 24, days: 28, away: [] }

/** A first talk, to get to know each other. */
export const FIRST_TALK_MINUTES = 15
export const FIRST_TALK_NOTICE_HOURS = 1

/** Limits of what a professional may choose. */
export const agendaLimits = {
  slotMinutes: { least: 15, most: 180 },
  gapMinutes: { least: 0, most: 120 },
  noticeHours: { least: 1, most: 336 },
  days: { least: 1, most: 90 },
  away: { most: 50 },
} as const

export const forFirstTalk = (settings: AgendaSettings): AgendaSettings => ({
  ...settings,
  slotMinutes: FIRST_TALK_MINUTES,
  noticeHours: Math.min(settings.noticeHours, FIRST_TALK_NOTICE_HOURS),
})
