/**
 * The search: what someone typed, to whom they can turn. Runs where it is called, on the device of the seeker; nothing it reads
 * is kept or sent. Danger first, then one line and two others, each with what it is because of.
 */
import index from '../../generated/index.json' with { type: 'json' }
import { type AskedBack, askBack } from './ask-back.ts'
import { ADULT, type Writer } from './audience.ts'
import { type Choice, chooseLines, type Way } from './choose-lines.ts'
import { callIn, type DangerId } from './dangers.ts'
import { createReader, type Features, type Vocabulary } from './reading.ts'
import type { SubjectId } from './subjects.ts'
import { type PackedWeights, unpackWeights } from './weights.ts'
import { readWriter } from './writer.ts'

export type Question = {
  readonly text: string
  /** In years, when the person told it apart from the text. */
  readonly age?: number | undefined
  /** What it is about, when the person said that apart from the text. */
  readonly about?: SubjectId | undefined
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
  readonly asks: AskedBack
}

type BothWeights = { readonly subject: PackedWeights; readonly danger: PackedWeights }

/** How sure it must be that there is danger before it stands above the suggestions: the fuller weights are sure of more. */
const ALARM = { first: 0.5, fuller: 0.35 }
/** A second kind of danger is shown beside the first when it is about as likely. */
const ALSO = 0.3

const { features } = createReader(index.vocabulary as unknown as Vocabulary)
const dangerIds = Object.keys(callIn) as DangerId[]
let scales = readScales(index.weights, ALARM.first)

/** From here on with the fuller weights, which come after the first answer. */
export function sharpen(fuller: BothWeights): void {
  scales = readScales(fuller, ALARM.fuller)
}

function readScales({ subject, danger }: BothWeights, alarm: number) {
  return {
    weighSubjects: unpackWeights<SubjectId>(subject),
    weighDangers: unpackWeights<DangerId | 'none'>(danger),
    alarm,
  }
}

export function suggest({ text, age, about, isTyping = false, way, runs }: Question): Answer {
  const read = features(text, isTyping)
  const writer = readWriter(text, read, age)
  const kinds = dangersIn(read, writer)
  const likely = scales.weighSubjects(read)
  return {
    ...chooseLines(about ? [[about, 1]] : likely, writer, { ...(way && { way }), ...(runs && { runs }) }),
    dangers: kinds,
    urgent: [...new Set(kinds.flatMap((kind) => callIn[kind]))],
    writer,
    asks: askBack(likely, writer),
  }
}

/** What is said without doubt counts whatever the weights say, unless it is a known look-alike; else the likeliest, if likely enough. */
function dangersIn(read: Features, { age }: Writer): readonly DangerId[] {
  const cues = new Set(read.map(([name]) => name))
  const said = dangerIds.filter((kind) => cues.has(`!!${kind}`) && !cues.has(`~${kind}`))
  const weighed = scales.weighDangers(read)
  const none = weighed.find(([kind]) => kind === 'none')?.[1] ?? 1
  const [first, second] = weighed.filter((entry): entry is readonly [DangerId, number] => entry[0] !== 'none')
  const seen = 1 - none < scales.alarm ? [] : [first, second && second[1] > ALSO ? second : undefined]
  const kinds = new Set([...said, ...seen.flatMap((entry) => (entry ? [entry[0]] : []))])
  return [...kinds].filter((kind) => !(kind === 'minor-blackmailed' && age !== undefined && age >= ADULT))
}
