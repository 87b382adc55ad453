/**
 * When a line is there, as people say it: «Monday and Wednesday from 20:00 to 22:00, not on public holidays».
 *
 * Rule numbers (OH1, OH2, …) are those of docs/rules/opening-hours.md; the tests carry them too.
 */
import type { LocalDate, Weekday } from './local-date.ts'

/** `09:30`; `24:00` is the end of the day. */
export type TimeOfDay = string

/** OH2: ends the next day when `to` is not later than `from`. */
export type TimeSpan = { readonly from: TimeOfDay; readonly to: TimeOfDay }

export type WeeklySlot = TimeSpan & { readonly day: Weekday }

/** Both days belong to it. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

/** What a special day does to the hours. `unknown` is what nobody has told us, and is never guessed (OH5). */
export type SpecialDay = 'as-usual' | 'closed' | 'unknown' | readonly TimeSpan[]

export type WeeklyHours = {
  readonly kind: 'weekly'
  readonly slots: readonly WeeklySlot[]
  readonly publicHolidays: SpecialDay
  /** OH6: what school holidays change, and when they are. Days outside `known` are not known to be one or not. */
  readonly schoolHolidays?: {
    readonly hours: SpecialDay
    readonly periods: readonly Period[]
    readonly known: readonly Period[]
  }
  /** OH7: days that differ, each once. */
  readonly exceptions?: readonly (Period & { readonly hours: SpecialDay })[]
  /** OH8: a line for exam periods only is closed outside them; `unknown` when the periods are. */
  readonly onlyIn?: 'unknown' | readonly Period[]
}

export type OpeningHours = { readonly kind: 'unknown' } | { readonly kind: 'always' } | WeeklyHours

/**
 * Hours and how far they can be trusted: the line keeps them here itself, or someone read them somewhere on a day.
 */
export type StatedHours = { readonly hours: OpeningHours; readonly standing: Standing }

export type Standing =
  | 'kept-by-the-line'
  | { readonly status: 'confirmed' | 'stale' | 'unverified'; readonly verifiedOn?: LocalDate | undefined }
