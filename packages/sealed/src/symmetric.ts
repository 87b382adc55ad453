/** AES-256-GCM with a random 96-bit nonce, and HKDF-SHA256. The nonce travels before the ciphertext. */
import { type Bytes, concat, randomBytes } from './bytes.ts'

export const NONCE_BYTES = 12
export const TAG_BYTES = 16
export const KEY_BYTES = 32

export async function encrypt(key: CryptoKey, plaintext: Bytes, aad: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES)
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: aad }
  return concat(nonce, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext)))
}

export async function decrypt(key: CryptoKey, sealed: Bytes, aad: Bytes): Promise<Bytes | undefined> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, NONCE_BYTES), additionalData: aad }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(NONCE_BYTES)))
  } catch {
    return undefined
  }
}

export async function deriveKey(secret: Bytes, info: Bytes): Promise<CryptoKey> {
  const algorithm = { name: 'AES-GCM', length: 8 * KEY_BYTES }
  return crypto.subtle.deriveKey(hkdf(info), await importHkdf(secret), algorithm, false, ['encrypt', 'decrypt'])
}

export async function deriveBytes(secret: Bytes, info: Bytes, length = KEY_BYTES): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), await importHkdf(secret), 8 * length))
}

function importHkdf(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/** RFC 5869 allows an empty salt when the secret is uniformly random, as every secret given here is. */
function hkdf(info: Bytes) {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
}
