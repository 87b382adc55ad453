/**
 * How a key is named: the first 8 bytes of SHA-256 over its *public* part, never anything of a secret.
 *
 * A kid is a name to look up by, not a proof: whoever acts on a key takes it from the signed key book or the
 * signed start of a conversation, and compares the whole key.
 */
import { type Bytes, concat, fromBase64Url, sha256, toBase64Url } from './bytes.ts'
import type { FieldReader } from './codec.ts'

export type Kid = string & { readonly kid: unique symbol }

export const KID_BYTES = 8

/** What others know of a person's keys: Ed25519 for signing, X25519 for sealing to. */
export type PublicKeys = { readonly sign: Bytes; readonly kem: Bytes }

export async function kidOfPerson({ sign, kem }: PublicKeys): Promise<Kid> {
  return shorten(await sha256(concat(sign, kem)))
}

export async function kidOfDuty(kem: Bytes): Promise<Kid> {
  return shorten(await sha256(kem))
}

function shorten(hash: Bytes): Kid {
  return toBase64Url(hash.subarray(0, KID_BYTES)) as Kid
}

export function kidBytes(kid: Kid): Bytes {
  const bytes = fromBase64Url(kid)
  if (bytes?.length !== KID_BYTES) throw new RangeError('a kid is 8 bytes')
  return bytes
}

export function readKid(fields: FieldReader): Kid {
  return toBase64Url(fields.bytes(KID_BYTES)) as Kid
}
