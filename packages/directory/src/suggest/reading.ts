/**
 * A text as features that the learned weights look at: its words by their spelling keys, pairs of neighbouring words, the groups of
 * the vocabulary that stand in it (`@partner`) and its cues: phrases that point to a subject, a danger or a kind of writer. The
 * same for learning and for answering.
 */
import { createPhraseBook, isDenied, splitRow } from './phrase-book.ts'
import { spellingKey } from './spelling-key.ts'

/** A feature and how much of it there is. */
export type Features = readonly (readonly [name: string, amount: number])[]

/** Phrases between commas, by how strongly they point (0 to 1.5). */
export type Cue = readonly (readonly [strength: number, phrases: string])[]

export type Vocabulary = {
  /** What `@name` in a phrase stands for: phrases between commas. */
  readonly groups: Readonly<Record<string, string>>
  /** `=alcohol`, `!poisoned`, `!!poisoned` (without doubt), `~poisoned` (looks like it), `%child` (who writes). */
  readonly cues: Readonly<Record<string, Cue>>
}

const PAIR = 0.5
/** However many words a phrase has, it points no stronger than this. */
const STRONGEST = 2

export type Reader = {
  readonly features: (text: string, isTyping?: boolean) => Features
}

export function createReader({ groups, cues }: Vocabulary): Reader {
  const book = createPhraseBook(groups)
  const findCues = book.shelve(
    Object.entries(cues).flatMap(([of, cue]) =>
      cue.flatMap(([weight, row]) => splitRow(row).map((phrase) => [phrase, { of, weight }] as const)),
    ),
  )

  function features(text: string, isTyping = false): Features {
    const read = book.read(text, isTyping)
    const amounts = new Map<string, number>()
    const put = (name: string, amount: number) => {
      if (amount > (amounts.get(name) ?? 0)) amounts.set(name, amount)
    }
    const keys = read.words.map((word) => (/^\d+$/.test(word) ? '#' : spellingKey(word)))
    keys.forEach((key, at) => {
      put(isDenied(at, read.words) ? `-${key}` : key, 1)
      if (at > 0) put(`${keys[at - 1]} ${key}`, PAIR)
    })
    for (const [name, times] of read.groups) put(`@${name}`, Math.sqrt(times))
    for (const { of, score } of findCues(read)) put(of, Math.min(STRONGEST, score))
    return levelled(amounts)
  }

  return { features }
}

/** Long texts do not shout down short ones. */
function levelled(amounts: ReadonlyMap<string, number>): Features {
  let squares = 0
  for (const amount of amounts.values()) squares += amount * amount
  const scale = squares ** -0.25
  return [...amounts].map(([name, amount]) => [name, amount * scale])
}
