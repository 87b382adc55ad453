/**
 * Finds the vocabulary's phrases in a text. A phrase is a few words that stand near each other, in any order (Dutch moves its
 * verbs about): `man drinkt te veel` is in «gisteren dronk mijn man weer veel te veel» if its words are found. `@partner` in
 * a phrase stands for any phrase of that group.
 *
 * «Niet» right before a phrase («niet zwanger») takes it away, unless the phrase itself holds one.
 */
import { readWords } from './read-text.ts'
import { createWordFinder } from './word-finder.ts'

/** What a phrase says something about, and how strongly. */
export type Meaning<Of extends string> = { readonly of: Of; readonly weight: number }

export type Hit<Of extends string> = {
  readonly of: Of
  readonly score: number
}

/** Phrases between commas, by the name of the group. */
export type Groups = Readonly<Record<string, string>>

type Place = { readonly from: number; readonly to: number; readonly sure: number }
type Phrase<Of> = {
  readonly parts: readonly number[]
  readonly denies: boolean
  readonly means: Of
}

/** So many other words may stand between the words of a phrase. */
const WORDS_BETWEEN = 3

const denials = new Set('niet geen nooit nie zonder no not never don didn isn pas jamais sans aucun'.split(' '))
/** «Niet meer echt zwanger»: words that may stand between the denial and what is denied. */
const fillers = new Set('meer echt zo helemaal plannen plan om te aan meteen direct van plus any really'.split(' '))

export function splitRow(row: string): readonly string[] {
  return row.split(',').map((phrase) => phrase.trim())
}

export function createPhraseBook(groups: Groups) {
  const words = createWordFinder()
  const groupNames = Object.keys(groups)
  const groupIds = new Map(groupNames.map((name, index) => [name, -1 - index]))
  const groupPhrases = new Shelf<number>()
  for (const [name, row] of Object.entries(groups))
    for (const text of splitRow(row)) groupPhrases.put(readPhrase(text, groupIds.get(name) as number))

  function readPhrase<Of>(text: string, means: Of): Phrase<Of> {
    const parts = text.split(/\s+/).flatMap((part) => {
      if (!part.startsWith('@')) return part.includes('*') ? words.add(part) : readWords(part).map(words.add)
      const id = groupIds.get(part.slice(1))
      if (id === undefined) throw new Error(`«${text}» names ${part}, and there is no such group`)
      return id
    })
    if (parts.length === 0) throw new Error(`«${text}» has no word to look for`)
    return { parts, denies: text.split(/\s+/).some((word) => denials.has(word)), means }
  }

  /** Where each word and each group of the vocabulary stands in the text. */
  function readPlaces(typed: readonly string[], isTyping: boolean): Map<number, Place[]> {
    const places = new Map<number, Place[]>()
    typed.forEach((word, at) => {
      const isUnfinished = isTyping && at === typed.length - 1
      for (const { id, sure } of words.find(word, isUnfinished)) addTo(places, id, { from: at, to: at, sure })
    })
    const inGroups = groupPhrases.findIn(places)
    for (const { phrase, place } of inGroups) addTo(places, phrase.means, place)
    return places
  }

  /** A shelf of phrases, each with its meaning, to look for in texts. */
  function shelve<Of extends string>(entries: Iterable<readonly [phrase: string, meaning: Meaning<Of>]>) {
    const shelf = new Shelf<Meaning<Of>>()
    for (const [text, meaning] of entries) shelf.put(readPhrase(text, meaning))
    return (read: ReadText): readonly Hit<Of>[] =>
      shelf
        .findIn(read.places)
        .filter(({ phrase, place }) => phrase.denies || !isDenied(place.from, read.words))
        .map(({ phrase, place }) => ({
          of: phrase.means.of,
          score: phrase.means.weight * place.sure * (0.75 + phrase.parts.length / 4),
        }))
  }

  function read(text: string, isTyping = false): ReadText {
    const typed = readWords(text)
    const places = readPlaces(typed, isTyping && !/\s$/.test(text))
    return { words: typed, places, groups: groupNames.flatMap((name, index) => countOf(name, places.get(-1 - index))) }
  }

  return { shelve, read }
}

export type ReadText = {
  readonly words: readonly string[]
  readonly places: ReadonlyMap<number, readonly Place[]>
  /** Groups of which phrases stand in the text, and at how many places. */
  readonly groups: readonly (readonly [name: string, times: number])[]
}

class Shelf<Of> {
  readonly #byRarestPart = new Map<number, Phrase<Of>[]>()
  readonly #timesUsed = new Map<number, number>()

  put(phrase: Phrase<Of>): void {
    for (const part of phrase.parts) this.#timesUsed.set(part, (this.#timesUsed.get(part) ?? 0) + 1)
    const rarest = phrase.parts.reduce((a, b) =>
      (this.#timesUsed.get(b) ?? 0) < (this.#timesUsed.get(a) ?? 0) ? b : a,
    )
    addTo(this.#byRarestPart, rarest, phrase)
  }

  findIn(places: ReadonlyMap<number, readonly Place[]>): { phrase: Phrase<Of>; place: Place }[] {
    const found: { phrase: Phrase<Of>; place: Place }[] = []
    for (const part of places.keys())
      for (const phrase of this.#byRarestPart.get(part) ?? []) {
        const place = placeOf(phrase, places)
        if (place) found.push({ phrase, place })
      }
    return found
  }
}

/** The narrowest place where all parts stand, each in its own word. */
function placeOf(phrase: Phrase<unknown>, places: ReadonlyMap<number, readonly Place[]>): Place | undefined {
  const [first, ...others] = phrase.parts.map((part) => places.get(part))
  if (!first) return undefined
  let best: Place | undefined
  for (const start of first) {
    const grown = others.reduce<Grown | undefined>((so, part) => so && part && grow(so, part, phrase.parts.length), {
      ...start,
      taken: [start],
    })
    if (grown && (!best || better(grown, best))) best = grown
  }
  return best
}

type Grown = Place & { readonly taken: readonly Place[] }

function grow(so: Grown, choices: readonly Place[], parts: number): Grown | undefined {
  let best: Grown | undefined
  for (const choice of choices) {
    if (so.taken.some(({ from, to }) => choice.from <= to && choice.to >= from)) continue
    const from = Math.min(so.from, choice.from)
    const to = Math.max(so.to, choice.to)
    if (to - from >= parts + WORDS_BETWEEN) continue
    const grown = { from, to, sure: Math.min(so.sure, choice.sure), taken: [...so.taken, choice] }
    if (!best || better(grown, best)) best = grown
  }
  return best
}

const better = (a: Place, b: Place) => a.sure > b.sure || (a.sure === b.sure && a.to - a.from < b.to - b.from)

/** «Niet», «geen» or the like stands before the word at `from`. */
export function isDenied(from: number, typed: readonly string[]): boolean {
  let at = from - 1
  while (at >= 0 && fillers.has(typed[at] as string)) at--
  return at >= 0 && denials.has(typed[at] as string)
}

function countOf(name: string, places: readonly Place[] | undefined): readonly (readonly [string, number])[] {
  return places ? [[name, new Set(places.map(({ from }) => from)).size]] : []
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
