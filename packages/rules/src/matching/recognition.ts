/**
 * Whether somebody may be put before people as a professional (G8). An operator compares the numbers with the public
 * registers; this only says whether they have the form they must have, and until when the comparison counts.
 *
 * Sources: Psychologencommissie, register of psychologists; law of 4 April 2014 on mental health professions.
 */
import type { Instant } from '../time.ts'

/** Compared again every year. */
export const RECOGNITION_MS = 365 * 24 * 60 * 60 * 1_000

/** Digits, however they are set apart. Whether they are somebody's only the register can tell. */
export const isRegisterNumber = (text: string) => /^\d{5,15}$/.test(text.replaceAll(/[\s./-]/g, ''))

export const recognisedUntil = (checkedAt: Instant): Instant => checkedAt + RECOGNITION_MS

export const isRecognised = (recognition: { readonly validUntil: Instant } | undefined, now: Instant) =>
  recognition !== undefined && recognition.validUntil > now
