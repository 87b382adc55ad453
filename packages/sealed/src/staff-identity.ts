/**
 * Who a helper, shift lead or coordinator is to the cryptography: one Ed25519 and one X25519 key, made in their own
 * browser. The secret (64 bytes) leaves it only wrapped, see staff-unlock.ts.
 */
import { type Bytes, concat } from './bytes.ts'
import { type Kid, kidOfPerson, type PublicKeys } from './kid.ts'
import { exportPrivateKey, generateKeyPair, importKemPair, importPrivateKey, PRIVATE_BYTES } from './private-key.ts'
import { ok, type Result, refused } from './result.ts'

export type StaffIdentity = {
  readonly kid: Kid
  readonly publicKeys: PublicKeys
  /** Private, non-extractable. */
  readonly signing: CryptoKey
  readonly kem: CryptoKeyPair
}

export type NewStaffIdentity = {
  readonly identity: StaffIdentity
  readonly publicKeys: PublicKeys
  /** To be wrapped at once and then forgotten by the caller. */
  readonly secret: Bytes
}

export async function createStaffIdentity(): Promise<NewStaffIdentity> {
  const signing = await generateKeyPair('Ed25519', true)
  const kem = await generateKeyPair('X25519', true)
  const secret = concat(await exportPrivateKey(signing.privateKey), await exportPrivateKey(kem.privateKey))
  const identity = await importIdentity(secret)
  return { identity, publicKeys: identity.publicKeys, secret }
}

export async function identityFromSecret(secret: Bytes): Promise<Result<StaffIdentity>> {
  if (secret.length !== 2 * PRIVATE_BYTES) return refused('malformed')
  return ok(await importIdentity(secret))
}

async function importIdentity(secret: Bytes): Promise<StaffIdentity> {
  const signing = await importPrivateKey('Ed25519', secret.subarray(0, PRIVATE_BYTES))
  const kem = await importKemPair(secret.subarray(PRIVATE_BYTES))
  const publicKeys = { sign: signing.publicKey, kem: kem.publicKey }
  return { kid: await kidOfPerson(publicKeys), publicKeys, signing: signing.privateKey, kem: kem.pair }
}
