/**
 * One key for the ways in which people write a word: as it sounds (`pijn`, `pein`), and without its ending (`drinkt`,
 * `drinken`). Two words with the same key are taken for the same word, a little less surely than two equal ones.
 *
 * Sounds are those of Dutch; endings are cut by the Snowball stemmer for Dutch (snowballstem.org), and after it the -t and -d of verbs.
 */
import { stemmer } from '@orama/stemmers/dutch'

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ij|ei|y/g, 'ij'],
  [/au/g, 'ou'],
  [/ck/g, 'k'],
  [/c(?=[aoukrlt]|$)/g, 'k'],
  [/ch/g, 'g'],
  [/c/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/qu/g, 'kw'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/(.)\1/g, '$1'],
]

export function spellingKey(word: string): string {
  const stem = stemmer(word)
  const bare = stem.length > 4 ? stem.replace(/([^aeiou])(?:dt|t|d)$/, '$1') : stem
  return sounds.reduce((key, [sound, letters]) => key.replace(sound, letters), bare).replace(/d$/, 't')
}
