/**
 * Makes the index of the search: the vocabulary as far as it is of use, and the weights for two questions, learned, in two sizes
 * (docs/decisions/0010).
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lines } from '../src/lines.ts'
import type { Vocabulary } from '../src/suggest/reading.ts'
import { createReader, type Features } from '../src/suggest/reading.ts'
import type { PackedWeights } from '../src/suggest/weights.ts'
import { danger, subjects, vocabulary } from '../src/vocabulary/vocabulary.ts'
import { inUse } from './in-use.ts'
import type { InSizes, ToLearn } from './learn-small.ts'
import { readExamples } from './read-examples.ts'
import type { Example } from './softmax.ts'
import { vocabularyAsExamples } from './vocabulary-as-examples.ts'

/** The first index fits in 60 KB with the engine; the fuller one follows when the first has answered. */
const how = {
  subject: {
    rounds: { all: 6, kept: 3 },
    first: { weights: 1_900, step: 0.7, power: 0.4 },
    fuller: { weights: 100_000, step: 0.5, power: 0.1 },
  },
  danger: {
    rounds: { all: 12, kept: 8 },
    first: { weights: 3_700, step: 0.7, power: 0.4 },
    fuller: { weights: 40_000, step: 0.5, power: 0.1 },
  },
} as const

/**
 * Many phrases were written with these very examples at hand, so the cues look surer than they are: each example counts once
 * without them, and with them only so much.
 */
const WITH_CUES = 0.3

export type BothWeights = { readonly subject: PackedWeights; readonly danger: PackedWeights }

export type Index = {
  readonly vocabulary: Vocabulary
  readonly weights: BothWeights
  readonly subjects: Readonly<Record<string, object>>
  readonly callIn: Readonly<Record<string, readonly string[]>>
  /** In which ways each line can be reached. */
  readonly ways: Readonly<Record<string, readonly string[]>>
}

export async function makeIndex(folder: string): Promise<{ readonly first: Index; readonly fuller: BothWeights }> {
  const bySubject = readExamples(join(folder, 'subjects'))
  const byDanger = readExamples(join(folder, 'danger'))
  const used = inUse(vocabulary, [
    ...[...bySubject].flatMap(([subject, lines]) => lines.map(({ text }) => ({ text, cue: `=${subject}` }))),
    ...[...byDanger].flatMap(([kind, lines]) => lines.map(({ text }) => ({ text, cue: `!${kind}` }))),
  ])
  const { features } = createReader(used)
  const known = new Map<string, Features>()
  const read = (text: string): Features => {
    const found = known.get(text) ?? features(text)
    known.set(text, found)
    return found
  }

  const about: Example<string>[] = []
  const inDanger: Example<string>[] = []
  const isAbout = (text: string, subject: string) => {
    about.push({ features: read(text), answer: subject, weight: WITH_CUES })
    about.push({ features: withoutCues(read(text)), answer: subject })
  }
  for (const [subject, lines] of bySubject)
    for (const { text } of lines) {
      isAbout(text, subject)
      inDanger.push({ features: read(text), answer: 'none' })
    }
  // Told on the evening itself: they say what it is about, and not that there is no danger.
  for (const [subject, lines] of readExamples(join(folder, 'subjects-only')))
    for (const { text } of lines) isAbout(text, subject)
  for (const { text, subject } of vocabularyAsExamples())
    about.push({ features: read(text), answer: subject, weight: 0.5 })
  for (const [kind, lines] of byDanger)
    for (const { text } of lines) inDanger.push({ features: read(text), answer: kind })

  const [subject, inWhichDanger] = await Promise.all([
    learnBeside({ examples: about, answers: Object.keys(subjects), ...how.subject }),
    learnBeside({ examples: inDanger, answers: ['none', ...Object.keys(danger)], ...how.danger }),
  ])
  const first: Index = {
    vocabulary: used,
    weights: { subject: subject.first, danger: inWhichDanger.first },
    subjects: Object.fromEntries(
      Object.entries(subjects).map(([id, { theme, lines, ...rest }]) => [
        id,
        { theme, lines, ...('sounds' in rest && { sounds: rest.sounds }) },
      ]),
    ),
    ways: Object.fromEntries(lines.map(({ id, channels }) => [id, channels.map(({ by }) => by)])),
    callIn: Object.fromEntries(Object.entries(danger).map(([id, { urgent }]) => [id, urgent])),
  }
  return { first, fuller: { subject: subject.fuller, danger: inWhichDanger.fuller } }
}

/** On a core of its own: the two questions are learned at the same time. */
function learnBeside(toLearn: ToLearn): Promise<InSizes> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learn-beside.ts', import.meta.url), { workerData: toLearn })
    worker.once('message', resolve).once('error', reject)
  })
}

const withoutCues = (features: Features) => features.filter(([name]) => !name.startsWith('='))
