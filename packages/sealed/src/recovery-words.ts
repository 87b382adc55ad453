/**
 * Twelve words that open a copy, a backup file and a forgotten lock: 112 random bits and 8 to notice a mistake, ten bits a word, from
 * a list of 1,024. The first four letters of each word are its own, so that half a word, or one in the plural, is understood.
 */
import { type Bytes, randomBytes, sha256, utf8 } from './bytes.ts'
import { encode } from './codec.ts'
import type { Stretch } from './device-lock.ts'

export const WORDS = 12
export const LIST_LENGTH = 1024
const BITS_PER_WORD = 10
const RANDOM_BYTES = 14
const LETTERS_THAT_COUNT = 4

export async function createRecoveryWords(list: readonly string[]): Promise<readonly string[]> {
  return wordsOf(randomBytes(RANDOM_BYTES), list)
}

/** Same bytes, same words. */
export async function wordsOf(random: Bytes, list: readonly string[]): Promise<readonly string[]> {
  const bits = bitsOf(random) + bitsOf((await sha256(random)).subarray(0, 1))
  return Array.from({ length: WORDS }, (_, at) => {
    const number = Number.parseInt(bits.slice(at * BITS_PER_WORD, (at + 1) * BITS_PER_WORD), 2)
    return list[number] as string
  })
}

/** Places of the words that are not in the list, counted from one. */
export type WordsRefusal =
  | { readonly reason: 'too-few' | 'too-many'; readonly count: number }
  | { readonly reason: 'unknown-words'; readonly places: readonly number[] }
  | { readonly reason: 'not-these' }

export async function readRecoveryWords(
  typed: string,
  list: readonly string[],
): Promise<{ readonly ok: true; readonly random: Bytes } | { readonly ok: false; readonly why: WordsRefusal }> {
  const words = plain(typed)
    .split(/[^a-z]+/)
    .filter(Boolean)
  const byStart = new Map(list.map((word, at) => [startOf(word), at]))
  const numbers = words.map((word) => byStart.get(startOf(word)))
  const unknown = numbers.flatMap((number, at) => (number === undefined ? [at + 1] : []))
  if (unknown.length > 0) return { ok: false, why: { reason: 'unknown-words', places: unknown } }
  if (words.length !== WORDS)
    return { ok: false, why: { reason: words.length < WORDS ? 'too-few' : 'too-many', count: words.length } }
  const bits = numbers.map((number) => (number as number).toString(2).padStart(BITS_PER_WORD, '0')).join('')
  const bytes = Uint8Array.from({ length: RANDOM_BYTES + 1 }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
  )
  const random = bytes.slice(0, RANDOM_BYTES)
  const check = (await sha256(random))[0]
  return check === bytes[RANDOM_BYTES] ? { ok: true, random } : { ok: false, why: { reason: 'not-these' } }
}

/** From the words to what all keys come from. Slow on purpose, though 112 random bits would do without. */
export async function rootOfWords(random: Bytes, stretch: Stretch): Promise<Bytes> {
  return stretch(random, (await sha256(encode('HC1/own-words', [utf8('houvast')]))).subarray(0, 16))
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const startOf = (word: string) => plain(word).slice(0, LETTERS_THAT_COUNT)
const bitsOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
