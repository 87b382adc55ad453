/** The vocabulary's files, as the engine takes them. `docs/vocabulary.md` tells how to change them. */
import danger from '../vocabulary/danger.json' with { type: 'json' }
import feelings from '../vocabulary/subjects/feelings.json' with { type: 'json' }
import identity from '../vocabulary/subjects/identity.json' with { type: 'json' }
import loveAndFamily from '../vocabulary/subjects/love-and-family.json' with { type: 'json' }
import practical from '../vocabulary/subjects/practical.json' with { type: 'json' }
import pregnancy from '../vocabulary/subjects/pregnancy.json' with { type: 'json' }
import school from '../vocabulary/subjects/school.json' with { type: 'json' }
import sexual from '../vocabulary/subjects/sexual.json' with { type: 'json' }
import substances from '../vocabulary/subjects/substances.json' with { type: 'json' }
import suicide from '../vocabulary/subjects/suicide.json' with { type: 'json' }
import violence from '../vocabulary/subjects/violence.json' with { type: 'json' }
import groups from '../vocabulary/word-groups.json' with { type: 'json' }
import writer from '../vocabulary/writer.json' with { type: 'json' }

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

export { danger, groups, writer }
