/**
 * Which words of the vocabulary a typed word may be: the same word, the same key, a word that starts or ends as the
 * vocabulary says (`gok*`, `*moe`), or, failing those, a word that is one or two letters off.
 */
import SearchableMap from 'minisearch/SearchableMap'
import commonWords from '../vocabulary/common-words.json' with { type: 'json' }
import { spellingKey } from './spelling-key.ts'

/** How sure it is that the typed word is the vocabulary's: 1 is the same word. */
export type FoundWord = { readonly id: number; readonly sure: number }

const SAME_KEY = 0.9
const STARTS_SO = 0.95
const TYPO = 0.7
const UNFINISHED = 0.6

const LETTERS_FOR_A_TYPO = 5
const LETTERS_FOR_TWO = 9
const LETTERS_FOR_UNFINISHED = 4

/** Words that mean something else when they look like a word of the vocabulary. */
const ordinary = new Set(commonWords.flatMap((row) => row.split(' ')))

export type WordFinder = {
  /** The number by which the vocabulary's word is known; the same for the same word. */
  readonly add: (word: string) => number
  /** `unfinished`: the person is still typing it. */
  readonly find: (typed: string, unfinished?: boolean) => readonly FoundWord[]
}

export function createWordFinder(): WordFinder {
  const ids = new SearchableMap<number>()
  let count = 0
  const byKey = new SearchableMap<number[]>()
  const starts: { readonly letters: string; readonly id: number }[] = []
  const ends: { readonly letters: string; readonly id: number }[] = []
  const found = new Map<string, readonly FoundWord[]>()

  function add(word: string): number {
    const known = ids.get(word)
    if (known !== undefined) return known
    const id = count++
    ids.set(word, id)
    if (word.endsWith('*')) starts.push({ letters: word.slice(0, -1), id })
    else if (word.startsWith('*')) ends.push({ letters: word.slice(1), id })
    else {
      const key = spellingKey(word)
      byKey.set(key, [...(byKey.get(key) ?? []), id])
    }
    return id
  }

  function find(typed: string, unfinished = false): readonly FoundWord[] {
    const asked = unfinished ? `${typed}…` : typed
    const earlier = found.get(asked)
    if (earlier) return earlier
    const now = unfinished ? lookUpUnfinished(typed) : lookUp(typed)
    // Forgotten now and then, so that an hour of typing does not fill the memory.
    if (found.size > 2000) found.clear()
    found.set(asked, now)
    return now
  }

  function lookUp(typed: string): readonly FoundWord[] {
    const best = new Map<number, number>()
    const note = (id: number, sure: number) => {
      if (sure > (best.get(id) ?? 0)) best.set(id, sure)
    }
    const same = ids.get(typed)
    if (same !== undefined) note(same, 1)
    for (const { letters, id } of starts) if (typed.startsWith(letters)) note(id, typed === letters ? 1 : STARTS_SO)
    for (const { letters, id } of ends) if (typed.endsWith(letters)) note(id, typed === letters ? 1 : STARTS_SO)
    if (!ordinary.has(typed) && /^\p{L}{3,}$/u.test(typed)) {
      const key = spellingKey(typed)
      for (const id of byKey.get(key) ?? []) note(id, SAME_KEY)
      if (best.size === 0 && key.length >= LETTERS_FOR_A_TYPO) {
        const far = key.length >= LETTERS_FOR_TWO ? 2 : 1
        for (const [near, [wordIds, distance]] of byKey.fuzzyGet(key, far))
          if (near.length >= LETTERS_FOR_A_TYPO && near[0] === key[0])
            for (const id of wordIds) note(id, TYPO / distance ** 0.5)
      }
    }
    return [...best].map(([id, sure]) => ({ id, sure }))
  }

  function lookUpUnfinished(typed: string): readonly FoundWord[] {
    const whole = lookUp(typed)
    if (whole.some(({ sure }) => sure > TYPO) || typed.length < LETTERS_FOR_UNFINISHED) return whole
    const longer = [...ids.atPrefix(typed).values()].map((id) => ({ id, sure: UNFINISHED }))
    return longer.length > 0 ? longer : whole
  }

  return { add, find }
}
