/** The forms in which a sentence could lie somewhere: as text of several kinds, and inside what was compressed. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** Bytes to look for. Base64 has three, by where the sentence begins; its edges depend on the neighbours and are cut. */
export function formsOf(sentence: string): readonly Buffer[] {
  const utf8 = Buffer.from(sentence)
  const base64 = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    const inner = text.slice(shift === 0 ? 0 : 4, Math.floor((text.length - 4) / 4) * 4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const hex = utf8.toString('hex')
  return [
    utf8,
    Buffer.from(sentence, 'utf16le'),
    Buffer.from(sentence, 'utf16le').swap16(),
    ...[...new Set(base64), hex, hex.toUpperCase(), encodeURIComponent(sentence)].map((form) => Buffer.from(form)),
    Buffer.from(JSON.stringify(sentence).slice(1, -1)),
  ]
}

export const isIn = (bytes: Buffer, forms: readonly Buffer[]): boolean => forms.some((form) => bytes.includes(form))

const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
const MOST_INFLATED = 64 * 1024 * 1024

/** What lies compressed in these bytes, as far as it says so: whole as gzip, zlib, deflate or brotli, and gzip inside. */
export function* inflated(bytes: Buffer): Generator<Buffer> {
  const limit = { maxOutputLength: MOST_INFLATED }
  for (const open of [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync]) {
    const opened = attempt(() => open(bytes, limit))
    if (opened) yield opened
  }
  for (let at = bytes.indexOf(GZIP, 1); at > 0; at = bytes.indexOf(GZIP, at + 1)) {
    const opened = attempt(() => gunzipSync(bytes.subarray(at), limit))
    if (opened) yield opened
  }
}

function attempt(work: () => Buffer): Buffer | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
