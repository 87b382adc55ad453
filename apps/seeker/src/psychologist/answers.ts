/**
 * The questions before a talk, one to a screen, and what follows from the answers. They stay in this page's memory: the
 * server gets the wishes that matching needs, the professional gets the rest sealed, and whoever is under 18 or in
 * danger is led on before anything was sent (G11).
 */

import type { Wishes } from '@houvast/rules/matching/match'
import { type TalkLanguage, type Theme, talkLanguages, themes } from '@houvast/rules/matching/professional'

export const ages = ['under-18', '18-25', '26-59', '60-plus'] as const
export const feelings = ['low', 'tense', 'angry', 'tired', 'mixed', 'danger'] as const
export const genders = ['woman', 'man', 'any'] as const
export { talkLanguages, themes }

export type Answers = {
  readonly age?: (typeof ages)[number]
  readonly feel?: (typeof feelings)[number]
  readonly theme?: Theme
  readonly gender?: (typeof genders)[number]
}

export type Screen = 'age' | 'young' | 'feel' | 'danger' | 'theme' | 'gender' | 'start'

export function screenFor({ age, feel, theme, gender }: Answers): Screen {
  if (!age) return 'age'
  if (age === 'under-18') return 'young'
  if (!feel) return 'feel'
  if (feel === 'danger') return 'danger'
  if (!theme) return 'theme'
  return gender ? 'start' : 'gender'
}

/** What the server is told, and nothing else. `undefined` before all is answered. */
export function wishesFrom(
  { theme, gender }: Answers,
  { language, isMust }: { language: TalkLanguage; isMust: boolean },
): Wishes | undefined {
  if (!theme || !gender) return undefined
  const wished = gender === 'any' ? {} : { gender, ...(isMust ? { isGenderMust: true } : {}) }
  return { language, theme, ...wished }
}
