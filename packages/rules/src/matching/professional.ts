/**
 * A professional as matching sees one: what may exclude them, what speaks for them, and how much they did lately.
 *
 * Rules only: no clock, no storage, no network. Rule numbers (G1, G2, …) are those of docs/rules/matching.md.
 */
import type { WeeklySlot } from '../opening-hours/opening-hours.ts'
import type { Instant } from '../time.ts'

export const themes = [
  'low-mood',
  'worry',
  'stress-and-burnout',
  'loss',
  'relationship',
  'family',
  'loneliness',
  'self-image',
  'eating',
  'sleep',
  'trauma',
  'addiction',
  'sexuality-and-gender',
  'life-change',
  'something-else',
] as const
export type Theme = (typeof themes)[number]

export const talkLanguages = ['nl', 'en', 'fr', 'de', 'tr', 'ar', 'es', 'pl', 'uk', 'vgt'] as const
export type TalkLanguage = (typeof talkLanguages)[number]

export type Gender = 'man' | 'woman' | 'other'

export type Title = 'clinical-psychologist' | 'clinical-orthopedagogue' | 'psychologist'

/** What a professional says of themselves, and anybody may read. */
export type Profile = {
  readonly title: Title
  readonly gender: Gender
  readonly languages: readonly TalkLanguage[]
  readonly themes: readonly Theme[]
  /** How they work, in a few sentences of their own. */
  readonly about: string
  /** When a talk can be booked with them, in Brussels time. */
  readonly weekly: readonly WeeklySlot[]
}

/** Numbers that stand in public registers, who compared them, when, and until when that counts. */
export type Recognition = {
  readonly commissionNumber: string
  readonly visum?: string | undefined
  readonly erkenning?: string | undefined
  readonly checkedBy: string
  readonly checkedAt: Instant
  readonly validUntil: Instant
}

/** What they did this week, and when they were last in a talk. */
export type Load = { readonly minutes: number; readonly lastTalkAt: Instant }

export type Candidate = {
  readonly kid: string
  readonly profile: Profile
  readonly recognition: Recognition | undefined
  readonly load: Load
}
