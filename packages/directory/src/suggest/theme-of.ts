import type { ThemeId } from '../themes.ts'
import { type SubjectId, subjects } from './vocabulary.ts'

/** What a subject is called to people. */
export function themeOf(subject: SubjectId): ThemeId {
  return subjects[subject].theme as ThemeId
}
