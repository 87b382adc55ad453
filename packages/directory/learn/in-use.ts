/**
 * The part of the vocabulary that its own examples use, so that the search fits on a phone. The rest stays in the files, for when an
 * example comes that says it.
 */
import { createPhraseBook, splitRow } from '../src/suggest/phrase-book.ts'
import type { Vocabulary } from '../src/suggest/reading.ts'

/** `cue` is what the example is an example of: `=alcohol`, `!poisoned`. */
export type Said = { readonly text: string; readonly cue: string }

/** So many phrases fit, with the rest, in what a phone should have to fetch. */
const PHRASES = 1_700
/** A word of a group must stand in so many examples. */
const USES_MIN = 1

type Uses = { own: number; elsewhere: number }

export function inUse({ groups, cues }: Vocabulary, said: readonly Said[]): Vocabulary {
  const book = createPhraseBook(groups)
  const named = [
    ...Object.entries(cues).flatMap(([of, cue]) => cue.map(([, row]) => [of, row] as const)),
    ...Object.entries(groups),
  ]
  const find = book.shelve(
    named.flatMap(([of, row]) =>
      splitRow(row).map((phrase) => [phrase, { of: `${of} ${phrase}`, weight: 1 }] as const),
    ),
  )
  const uses = new Map<string, Uses>()
  for (const { text, cue } of said)
    for (const of of new Set(find(book.read(text)).map((hit) => hit.of))) {
      const so = uses.get(of) ?? { own: 0, elsewhere: 0 }
      if (!/^[=!]/.test(of) || of.startsWith(`${cue} `)) so.own++
      else so.elsewhere++
      uses.set(of, so)
    }
  const worthy = new Set(
    [...uses]
      .filter(([of, { own }]) => /^[=!~%]/.test(of) && own > 0)
      .map(([of, { own, elsewhere }]) => [of, own / (1 + elsewhere / 2) / (of.length - of.indexOf(' ') + 2)] as const)
      .sort((a, b) => b[1] - a[1])
      .slice(0, PHRASES)
      .map(([of]) => of),
  )

  const chosen = (row: string, is: (phrase: string) => boolean) => [...new Set(splitRow(row))].filter(is).join(',')
  return {
    groups: Object.fromEntries(
      Object.entries(groups).map(([name, row]) => [
        name,
        chosen(row, (phrase) => (uses.get(`${name} ${phrase}`)?.own ?? 0) >= USES_MIN) || row,
      ]),
    ),
    cues: Object.fromEntries(
      Object.entries(cues).map(([of, cue]) => [
        of,
        cue
          .map(
            ([strength, row]) =>
              [strength, chosen(row, (phrase) => of.startsWith('!!') || worthy.has(`${of} ${phrase}`))] as const,
          )
          .filter(([, row]) => row !== ''),
      ]),
    ),
  }
}
