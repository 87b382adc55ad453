/**
 * What the search asks back when it is not sure, so that one tap sets it right: what it is mostly about, and how old who writes
 * is. Whoever does not answer has the suggestions all the same.
 */
import type { Writer } from './audience.ts'
import { SENSITIVE, SURE_ENOUGH } from './choose-lines.ts'
import { type SubjectId, subjects } from './subjects.ts'

export type AskedBack = {
  /** What it may be about, likeliest first; none when it is sure enough. */
  readonly about: readonly SubjectId[]
  /** Whether the first suggestion hangs on an age that nobody told. */
  readonly age: boolean
}

/** Above this, the likeliest is right nine times in ten. */
const SURE = 0.8
/** More would be a list to read. */
const CHOICES = 5
/** Less likely than this is nothing to ask about. */
const WORTH_ASKING = 0.03

export function askBack(likely: readonly (readonly [SubjectId, number])[], writer: Writer): AskedBack {
  const [first] = likely
  if (!first) return { about: [], age: false }
  const { lines } = subjects[first[0]]
  const age = writer.stage === undefined && writer.about === 'self' && lines.child[0] !== lines.adult[0]
  if (first[1] >= SURE) return { about: [], age }
  const about: SubjectId[] = []
  for (const [subject, share] of likely) {
    if (share < (SENSITIVE.has(subject) ? SURE_ENOUGH : WORTH_ASKING) || about.length === CHOICES) continue
    // Two subjects that bear one name would be one question twice.
    if (about.every((other) => subjects[other].theme !== subjects[subject].theme)) about.push(subject)
  }
  return { about: about.length > 1 ? about : [], age }
}
