/** What people talk about: what it is called, and the lines that fit it, best first, by who writes. */
import index from '../../generated/index.json' with { type: 'json' }
import type { ThemeId } from '../themes.ts'
import type { SubjectId } from '../vocabulary/vocabulary.ts'
import type { Stage } from './audience.ts'

export type { SubjectId }

export type Subject = {
  readonly theme: ThemeId
  readonly lines: Readonly<Record<Stage | 'forChild', readonly string[]>>
  /** How old someone sounds who writes about this, when nothing else tells. */
  readonly sounds?: string
}

export const subjects = index.subjects as Readonly<Record<SubjectId, Subject>>
