/** Padding to a few sizes, so that a ciphertext's length says little about what was written. */
import { type Bytes, utf8 } from './bytes.ts'

export const PADDED_SIZES = [256, 512, 1024, 2048, 4096, 8192] as const

const PREFIX_BYTES = 2

/** In UTF-8. */
export const TEXT_BYTES_MAX = 8192 - PREFIX_BYTES

/** Length, text, zeros; `undefined` when the text is longer than the largest size holds. */
export function pad(text: string): Bytes | undefined {
  const bytes = utf8(text)
  const size = sizeFor(bytes.length)
  if (size === undefined) return undefined
  const padded = new Uint8Array(size)
  padded[0] = bytes.length >> 8
  padded[1] = bytes.length & 255
  padded.set(bytes, PREFIX_BYTES)
  return padded
}

/** `undefined` for anything `pad` would not have made. */
export function unpad(padded: Bytes): string | undefined {
  const length = ((padded[0] as number) << 8) | (padded[1] as number)
  if (sizeFor(length) !== padded.length) return undefined
  if (padded.subarray(PREFIX_BYTES + length).some((value) => value !== 0)) return undefined
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return decoder.decode(padded.subarray(PREFIX_BYTES, PREFIX_BYTES + length))
  } catch {
    return undefined
  }
}

function sizeFor(textBytes: number): number | undefined {
  return PADDED_SIZES.find((size) => textBytes + PREFIX_BYTES <= size)
}
