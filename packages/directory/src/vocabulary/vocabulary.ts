/**
 * The vocabulary: how people say what it is about, in files that anyone can read and change (docs/vocabulary.md tells how). The search
 * itself carries `generated/index.json`, which `learn/` makes of it.
 */
import type { Cue, Vocabulary } from '../suggest/reading.ts'
import danger from './danger.json' with { type: 'json' }
import feelings from './subjects/feelings.json' with { type: 'json' }
import identity from './subjects/identity.json' with { type: 'json' }
import loveAndFamily from './subjects/love-and-family.json' with { type: 'json' }
import practical from './subjects/practical.json' with { type: 'json' }
import pregnancy from './subjects/pregnancy.json' with { type: 'json' }
import school from './subjects/school.json' with { type: 'json' }
import sexual from './subjects/sexual.json' with { type: 'json' }
import substances from './subjects/substances.json' with { type: 'json' }
import suicide from './subjects/suicide.json' with { type: 'json' }
import violence from './subjects/violence.json' with { type: 'json' }
import groups from './word-groups.json' with { type: 'json' }
import writer from './writer.json' with { type: 'json' }

export const subjects = {
  ...suicide,
  ...feelings,
  ...loveAndFamily,
  ...school,
  ...practical,
  ...violence,
  ...sexual,
  ...substances,
  ...identity,
  ...pregnancy,
}
export type SubjectId = keyof typeof subjects
export type DangerId = keyof typeof danger

export { danger, groups }

/** How strongly a phrase points to its subject: without doubt, often, faintly. */
const strengths = { surely: 1, says: 0.5, hints: 0.25 } as const
const DANGER = 1.5
const LOOKS_LIKE_DANGER = 1

type Rows = readonly string[]
type Subject = { readonly [How in keyof typeof strengths]?: Rows }
type Danger = { readonly surely: Rows; readonly says: Rows; readonly unless?: Rows }

const joined = (rows: Rows = []) => rows.join(',')

export const vocabulary: Vocabulary = {
  groups: Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, joined(rows)])),
  cues: Object.fromEntries([
    ...Object.entries(subjects as Record<string, Subject>).map(([id, rows]) => [
      `=${id}`,
      (Object.keys(strengths) as (keyof typeof strengths)[]).flatMap(
        (how): Cue => (rows[how] ? [[strengths[how], joined(rows[how])]] : []),
      ),
    ]),
    ...Object.entries(danger as Record<string, Danger>).flatMap(([id, { surely, says, unless }]) => [
      [`!!${id}`, [[DANGER, joined(surely)]]],
      [`!${id}`, [[DANGER, joined(says)]]],
      ...(unless ? [[`~${id}`, [[LOOKS_LIKE_DANGER, joined(unless)]]]] : []),
    ]),
    ...Object.entries({ ...writer.stage, ...writer.about }).map(([id, [sure = '', ...faint]]) => [
      `%${id}`,
      [[1, sure], ...(faint.length > 0 ? [[0.5, joined(faint)]] : [])],
    ]),
  ]),
}
