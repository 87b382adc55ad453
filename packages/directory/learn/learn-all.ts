/** The three questions that are learned: what it is about, whether there is danger, and who writes. */
import { join } from 'node:path'
import type { DangerId } from '../src/suggest/dangers.ts'
import { type Features, readText } from '../src/suggest/reading.ts'
import { type SubjectId, subjects } from '../src/suggest/vocabulary.ts'
import type { PackedWeights } from '../src/suggest/weights.ts'
import { learnSmall } from './pack.ts'
import { readExamples, type WriterLetter, writers } from './read-examples.ts'
import type { Example } from './softmax.ts'
import { vocabularyAsExamples } from './vocabulary-as-examples.ts'

export type AllWeights = {
  readonly subject: PackedWeights
  readonly danger: PackedWeights
  readonly writer: PackedWeights
}

export function learnAll(folder: string): AllWeights {
  const bySubject = readExamples(join(folder, 'subjects'))
  const byDanger = readExamples(join(folder, 'danger'))
  const features = new Map<string, Features>()
  const read = (text: string): Features => {
    const known = features.get(text) ?? readText(text).features
    features.set(text, known)
    return known
  }

  const about: Example<SubjectId>[] = []
  const danger: Example<DangerId | 'none'>[] = []
  const writer: Example<(typeof writers)[WriterLetter]>[] = []
  for (const [subject, lines] of bySubject)
    for (const { text, writer: letter } of lines) {
      about.push({ features: read(text), answer: subject as SubjectId, weight: EV ? 70 / lines.length : 1 })
      danger.push({ features: read(text), answer: 'none' })
      if (letter) writer.push({ features: read(text), answer: writers[letter] })
    }
  for (const { text, subject } of vocabularyAsExamples())
    about.push({ features: read(text), answer: subject, weight: 0.5 })
  for (const [kind, lines] of byDanger)
    for (const { text } of lines) danger.push({ features: read(text), answer: kind as DangerId | 'none' })

  const answers = <Answer extends string>(examples: readonly Example<Answer>[]) =>
    [...new Set(examples.map(({ answer }) => answer))].sort()
  const subjectIds = Object.keys(subjects).sort() as SubjectId[]
  return {
    subject: learnSmall(about, subjectIds, { rounds: 12, shrink: 3e-4, weights: Number(process.env.WS ?? 12000) }),
    danger: learnSmall(danger, answers(danger), { rounds: 12, shrink: 1e-4, weights: Number(process.env.WD ?? 4000) }),
    writer: learnSmall(writer, answers(writer), { rounds: 12, shrink: 1e-4, weights: 2500 }),
  }
}

const EV = !process.env.NOEV
