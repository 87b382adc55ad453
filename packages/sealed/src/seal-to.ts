/** HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM: sealing to one public key. */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke'
import { type Bytes, concat } from './bytes.ts'

export type SealContext = { readonly info: Bytes; readonly aad: Bytes }

const ENCAPSULATED_BYTES = 32

const suite = /* @__PURE__ */ new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

/** The encapsulated key, then the ciphertext; `undefined` for a public key that no secret can be agreed with. */
export async function sealTo(
  publicKey: Bytes,
  plaintext: Bytes,
  { info, aad }: SealContext,
): Promise<Bytes | undefined> {
  try {
    const recipient = await suite.DeserializePublicKey(publicKey)
    const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, plaintext, { info, aad })
    return concat(encapsulatedSecret, ciphertext)
  } catch {
    return undefined
  }
}

export async function openSealed(
  keys: CryptoKeyPair,
  sealed: Bytes,
  { info, aad }: SealContext,
): Promise<Bytes | undefined> {
  if (sealed.length <= ENCAPSULATED_BYTES) return undefined
  const encapsulated = sealed.subarray(0, ENCAPSULATED_BYTES)
  try {
    return concat(await suite.Open(keys, encapsulated, sealed.subarray(ENCAPSULATED_BYTES), { info, aad }))
  } catch {
    return undefined
  }
}
