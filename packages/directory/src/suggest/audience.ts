/**
 * Whom a line is for. No suggestion, of the search or of the guide, breaks these rules: they are looked at last, after
 * everything that weighs words. An age that was said counts; else how the person sounds, and of someone who sounds like
 * neither, both may be true.
 */
export type Writer = {
  /** In years, when it was said. */
  readonly age?: number
  /** How old they said or seem to be: under 18, 18 to 24, 25 and over. Left out when nothing tells. */
  readonly stage?: Stage
  readonly about: About
  /** In years, of the one it is about, when it was said. */
  readonly aboutAge?: number
}
export type Stage = 'child' | 'young' | 'adult'
export type About = 'self' | 'own-child' | 'pupil' | 'someone'

export const ADULT = 18
export const JAC_FROM = 12
export const JAC_TO = 25

type Rule = { readonly line: string; readonly why: string; readonly lets: (writer: Writer) => boolean }

const mayBeAdult = ({ age, stage }: Writer) => (age === undefined ? stage !== 'child' : age >= ADULT)
const mayBeMinor = ({ age, stage }: Writer) =>
  age === undefined ? stage === undefined || stage === 'child' : age < ADULT

export const rules: readonly Rule[] = [
  { line: 'awel', why: 'for children and young people, not for adults', lets: mayBeMinor },
  {
    line: 'nupraatikerover',
    why: 'for minors who write themselves',
    lets: (writer) => mayBeMinor(writer) && writer.about === 'self',
  },
  { line: 'stop-it-now', why: 'for adults', lets: mayBeAdult },
  {
    line: 'jac',
    why: 'from 12 to 25',
    lets: ({ age, stage }) => (age === undefined ? stage !== 'adult' : age >= JAC_FROM && age <= JAC_TO),
  },
  {
    line: 'caw',
    why: 'for adults of 25 and over; younger ones go to JAC',
    lets: ({ age, stage }) => (age === undefined ? stage !== 'child' : age >= JAC_TO),
  },
]

export function mayBeSuggested(line: string, writer: Writer): boolean {
  return rules.every((rule) => rule.line !== line || rule.lets(writer))
}

/** «A 13-year-old not to Tele-Onthaal first»: for them it may stand second or third. */
export function mayBeFirst(line: string, writer: Writer): boolean {
  return line !== 'tele-onthaal' || mayBeAdult(writer)
}
