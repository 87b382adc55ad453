/**
 * A text as the engine reads it: which phrases of the vocabulary stand in it, and from them and its words the features that the
 * learned weights look at. The same for learning and for answering.
 */
import type { About, Stage } from './audience.ts'
import { type DangerId, dangers } from './dangers.ts'
import { createPhraseBook, type Hit, splitRow } from './phrase-book.ts'
import { spellingKey } from './spelling-key.ts'
import { groups, type SubjectId, subjects, writer } from './vocabulary.ts'

/** A feature and how much of it there is. */
export type Features = readonly (readonly [name: string, amount: number])[]

export type Reading = {
  readonly words: readonly string[]
  readonly stage: readonly Hit<Stage>[]
  readonly about: readonly Hit<About>[]
  readonly features: Features
}

/** How strongly a phrase points to its subject: without doubt, often, faintly. */
const strengths = { surely: 4, says: 2, hints: 1 } as const
type Rows = { readonly [How in keyof typeof strengths]?: readonly string[] }

const book = createPhraseBook(groups)

const findSubjects = book.shelve(
  (Object.entries(subjects) as [SubjectId, Rows][]).flatMap(([of, rows]) =>
    (Object.keys(strengths) as (keyof typeof strengths)[]).flatMap((how) => phrases(rows[how], of, strengths[how])),
  ),
)
const kinds = Object.entries(dangers) as [DangerId, (typeof dangers)[DangerId]][]
const findDangers = book.shelve(kinds.flatMap(([of, { says }]) => phrases(says, of, 1)))
const findLookAlikes = book.shelve(kinds.flatMap(([of, { unless }]) => phrases(unless, of, 1)))
const findStage = book.shelve(
  (Object.entries(writer.stage) as [Stage, string[]][]).flatMap(([of, [sure = '', ...faint]]) => [
    ...phrases([sure], of, 2),
    ...phrases(faint, of, 1),
  ]),
)
const findAbout = book.shelve(
  (Object.entries(writer.about) as [About, string[]][]).flatMap(([of, rows]) => phrases(rows, of, 1)),
)

function phrases<Of extends string>(rows: readonly string[] | undefined, of: Of, weight: number) {
  return (rows ?? []).flatMap(splitRow).map((phrase) => [phrase, { of, weight }] as const)
}

export function readText(text: string, isTyping = false): Reading {
  const read = book.read(text, isTyping)
  const amounts = new Map<string, number>()
  const put = (name: string, amount: number) => {
    if (amount > (amounts.get(name) ?? 0)) amounts.set(name, amount)
  }
  const keys = read.words.map((word) => (/^\d+$/.test(word) ? '#' : spellingKey(word)))
  keys.forEach((key, at) => {
    put(key, 1)
    if (at > 0) put(`${keys[at - 1]} ${key}`, 0.5)
  })
  for (const [name, times] of read.groups) put(`@${name}`, Math.sqrt(times))
  for (const { of, score } of findSubjects(read)) put(`=${of}`, Math.min(1.5, score / 4))
  for (const { of, score } of findDangers(read)) put(`!${of}`, 1.5 * score)
  for (const { of, score } of findLookAlikes(read)) put(`~${of}`, score)
  const stage = findStage(read)
  const about = findAbout(read)
  for (const { of, score } of [...stage, ...about]) put(`%${of}`, Math.min(1.5, score / 2))
  return { words: read.words, stage, about, features: levelled(amounts) }
}

/** Long texts do not shout down short ones. */
function levelled(amounts: ReadonlyMap<string, number>): Features {
  let squares = 0
  for (const amount of amounts.values()) squares += amount * amount
  const scale = squares ** -0.25
  return [...amounts].map(([name, amount]) => [name, amount * scale])
}
