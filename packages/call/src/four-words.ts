/**
 * Four words that both can read out: the same on both sides only when nobody sits between them. One side commits to a
 * number before it knows the other's, so that nobody between them can search for certificates that give the same words
 * (as in ZRTP, RFC 6189, section 4.4.1). Forty bits: one try in a million million.
 */
import { concat, fromBase64Url, randomBytes, sha256, toBase64Url, utf8 } from '@houvast/sealed/bytes'

const WORDS = 4
const BITS_PER_WORD = 10

export const createNonce = () => toBase64Url(randomBytes(16))

export async function commitTo(nonce: string): Promise<string> {
  return toBase64Url(await sha256(concat(utf8('houvast/call-commit'), fromBase64Url(nonce) ?? new Uint8Array(0))))
}

export const isRevealed = async (commit: string, nonce: string) => (await commitTo(nonce)) === commit

export async function fourWords(
  of: {
    readonly offerer: { readonly nonce: string; readonly fingerprints: string }
    readonly answerer: { readonly nonce: string; readonly fingerprints: string }
  },
  list: readonly string[],
): Promise<readonly string[]> {
  const { offerer, answerer } = of
  const parts = [offerer.nonce, answerer.nonce, offerer.fingerprints, answerer.fingerprints]
  const hash = await sha256(utf8(`houvast/call-words\n${parts.join('\n')}`))
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: WORDS }, (_, at) => {
    const number = Number.parseInt(bits.slice(at * BITS_PER_WORD, (at + 1) * BITS_PER_WORD), 2)
    return list[number] ?? ''
  })
}
