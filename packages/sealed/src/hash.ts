/** SHA-256 of what travels, as the text other objects refer to it by. */
import { type Bytes, fromBase64Url, sha256, toBase64Url } from './bytes.ts'
import type { FieldReader } from './codec.ts'

export const HASH_BYTES = 32

/** Stands where there is nothing before: the first entry, the first envelope. */
export const NO_HASH = toBase64Url(new Uint8Array(HASH_BYTES))

export async function hashOf(bytes: Bytes): Promise<string> {
  return toBase64Url(await sha256(bytes))
}

export function hashBytes(hash: string): Bytes {
  const bytes = fromBase64Url(hash)
  if (bytes?.length !== HASH_BYTES) throw new RangeError('a hash is 32 bytes')
  return bytes
}

export function readHash(fields: FieldReader): string {
  return toBase64Url(fields.bytes(HASH_BYTES))
}
