/**
 * From 32 secret bytes to a key that cannot be taken out again, with its public half.
 *
 * PKCS #8 is the form every engine reads; WebCrypto has no direct way from private to public, so the key passes
 * once through an extractable form inside this function.
 */
import { type Bytes, concat, fromBase64Url } from './bytes.ts'

export type Curve = 'Ed25519' | 'X25519'

export type ImportedKey = { readonly privateKey: CryptoKey; readonly publicKey: Bytes }

export const PRIVATE_BYTES = 32

/** RFC 8410: the fixed front of a PKCS #8 private key, up to its 32 bytes. */
const front: Record<Curve, Bytes> = {
  Ed25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20),
  X25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20),
}

export async function importPrivateKey(curve: Curve, secret: Bytes): Promise<ImportedKey> {
  const pkcs8 = concat(front[curve], secret)
  const usages: KeyUsage[] = curve === 'Ed25519' ? ['sign'] : ['deriveBits']
  const { x } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', pkcs8, curve, true, usages))
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, usages)
  return { privateKey, publicKey: fromBase64Url(x as string) as Bytes }
}

export async function importKemPair(secret: Bytes): Promise<{ pair: CryptoKeyPair; publicKey: Bytes }> {
  const { privateKey, publicKey } = await importPrivateKey('X25519', secret)
  return { pair: { privateKey, publicKey: await importKemPublic(publicKey) }, publicKey }
}

function importKemPublic(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'X25519', true, [])
}

/** The secret bytes of a key that was made extractable for this one purpose. */
export async function exportPrivateKey(key: CryptoKey): Promise<Bytes> {
  const { d } = await crypto.subtle.exportKey('jwk', key)
  return fromBase64Url(d as string) as Bytes
}

export async function exportPublicKey(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

export async function generateKeyPair(curve: Curve, extractable: boolean): Promise<CryptoKeyPair> {
  const usages: KeyUsage[] = curve === 'Ed25519' ? ['sign', 'verify'] : ['deriveBits']
  return (await crypto.subtle.generateKey(curve, extractable, usages)) as CryptoKeyPair
}
