/**
 * Ed25519 over everything before the signature: version, label and body. The label is inside, so a signature made
 * for one kind of object never fits another.
 */
import { type Bytes, concat } from './bytes.ts'
import { encode, encodeFields, type FieldReader, type Label } from './codec.ts'

export type Signature = { readonly over: Bytes; readonly signature: Bytes }

const SIGNATURE_BYTES = 64

export async function signFields(label: Label, fields: readonly Uint8Array[], key: CryptoKey): Promise<Bytes> {
  return signBytes(encode(label, fields), key)
}

export async function signBytes(body: Bytes, key: CryptoKey): Promise<Bytes> {
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, body))
  return concat(body, encodeFields([signature]))
}

/** The last field of every signed object. */
export function readSignature(fields: FieldReader): Signature {
  const over = fields.soFar()
  return { over, signature: fields.bytes(SIGNATURE_BYTES) }
}

export async function isSignedBy(publicKey: Bytes, { over, signature }: Signature): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, over)
  } catch {
    // Some engines throw on a public key that is not a point, some answer false.
    return false
  }
}
