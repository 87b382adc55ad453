/**
 * The search: what someone typed, to whom they can turn. Runs where it is called, on the device of the seeker; nothing it reads
 * is kept or sent. Danger first, then one line and two others, each with what it is because of.
 */
import weights from '../../generated/weights.json' with { type: 'json' }
import type { Writer } from './audience.ts'
import { type Choice, chooseLines, type Way } from './choose-lines.ts'
import { type DangerId, dangers } from './dangers.ts'
import { type Features, readText } from './reading.ts'
import type { SubjectId } from './vocabulary.ts'
import { unpackWeights } from './weights.ts'
import { readWriter } from './writer.ts'

export type Question = {
  readonly text: string
  /** In years, when the person told it apart from the text. */
  readonly age?: number | undefined
  /** The last word may be unfinished. */
  readonly isTyping?: boolean
  readonly way?: Way
  /** Whether a line that only runs in some weeks is known to run now. */
  readonly runs?: (line: string) => boolean
}

export type Answer = Choice & {
  readonly dangers: readonly DangerId[]
  /** Ids of services to call first, `1813-phone` for the call. */
  readonly urgent: readonly string[]
  readonly writer: Writer
}

/** How sure it must be that there is danger before it stands above the suggestions. */
const ALARM = 0.2
/** A second kind of danger is shown beside the first when it is about as likely. */
const ALSO = 0.3

const weighSubjects = unpackWeights<SubjectId>(weights.subject)
const weighDangers = unpackWeights<DangerId | 'none'>(weights.danger)
const weighWriter = unpackWeights<'child' | 'young' | 'adult' | 'parent' | 'professional'>(weights.writer)

export function suggest({ text, age, isTyping = false, way, runs }: Question): Answer {
  const read = readText(text, isTyping)
  const writer = readWriter(text, weighWriter(read.features), age)
  const kinds = dangersIn(read.features, writer)
  return {
    ...chooseLines(weighSubjects(read.features), writer, { ...(way && { way }), ...(runs && { runs }) }),
    dangers: kinds,
    urgent: [...new Set(kinds.flatMap((kind) => dangers[kind].urgent))],
    writer,
  }
}

function dangersIn(features: Features, { age }: Writer): readonly DangerId[] {
  const found = weighDangers(features)
  const none = found.find(([kind]) => kind === 'none')?.[1] ?? 1
  if (1 - none < ALARM) return []
  const [first, second] = found.filter((entry): entry is readonly [DangerId, number] => entry[0] !== 'none')
  const kinds = [first, second && second[1] > ALSO ? second : undefined].flatMap((entry) => (entry ? [entry[0]] : []))
  return kinds.filter((kind) => !(kind === 'minor-blackmailed' && age !== undefined && age >= 18))
}
