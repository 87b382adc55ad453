/**
 * The twelve words of this person, and the root of keys that comes from them. The words are on paper only; the root is kept with the
 * data, so that the copy can be brought up to date, and under a lock it is sealed as everything is.
 */
import { type Bytes, fromBase64Url, toBase64Url } from '@houvast/sealed/bytes'
import { createRecoveryWords, readRecoveryWords, rootOfWords, type WordsRefusal } from '@houvast/sealed/recovery-words'
import { createChoice } from '../collection.ts'
import { stretch } from './stretch.ts'

const list = async () => (await import('@houvast/i18n/spoken-words.json')).default as readonly string[]

export async function newWords(): Promise<readonly string[]> {
  return createRecoveryWords(await list())
}

export async function rootOf(
  typed: string,
): Promise<{ readonly ok: true; readonly root: Bytes } | { readonly ok: false; readonly why: WordsRefusal }> {
  const read = await readRecoveryWords(typed, await list())
  return read.ok ? { ok: true, root: await rootOfWords(read.random, stretch) } : read
}

const ownWords = createChoice<{ readonly root: string | undefined }>('own-words', { root: undefined })

export function knownRoot(): Bytes | undefined {
  const { root } = ownWords.value
  return root === undefined ? undefined : fromBase64Url(root)
}

export function rememberRoot(root: Bytes): void {
  ownWords.set({ root: toBase64Url(root) })
}
