/**
 * How staff keys are locked away on the server and opened again in the browser.
 *
 * Three ways lead to a wrap key: a passphrase, a passkey's PRF output, a printed recovery code. The server gets the
 * wrapped blob and, for passphrase and code, a verifier that says nothing about the wrap key. What was typed stays here.
 */
import { type Bytes, fromBase64Url, sha256, toBase64Url, utf8 } from './bytes.ts'
import { encode, lineName, parseBytes } from './codec.ts'
import { readRecoveryCode } from './recovery-code.ts'
import { ok, type Result, refused } from './result.ts'
import { identityFromSecret, type StaffIdentity } from './staff-identity.ts'
import { decrypt, deriveBytes, deriveKey, encrypt } from './symmetric.ts'

/** Whose keys: the line's short name and the name the person signs in with. */
export type StaffAccount = { readonly line: string; readonly name: string }

export type Unlocking = {
  readonly wrapKey: CryptoKey
  /** The only thing that goes to the server. */
  readonly verifier: string
}

export async function deriveFromPassphrase({
  passphrase,
  ...account
}: StaffAccount & { readonly passphrase: string }): Promise<Unlocking> {
  const { stretch } = await import('./argon2id.ts')
  const salt = await sha256(accountBytes('HC1/staff', account))
  return unlockingFrom(await stretch(utf8(passphrase.normalize('NFKC')), salt), 'HC1/staff', account)
}

/** 130 random bits need no stretching. */
export async function deriveFromRecoveryCode({
  code,
  ...account
}: StaffAccount & { readonly code: string }): Promise<Result<Unlocking>> {
  const read = readRecoveryCode(code)
  return read.ok ? ok(await unlockingFrom(utf8(read.value), 'HC1/staff-recovery', account)) : read
}

/** The PRF output is already bound to the passkey and to our origin. */
export async function deriveFromPasskey(prfOutput: Bytes): Promise<{ readonly wrapKey: CryptoKey }> {
  return { wrapKey: await deriveKey(prfOutput, encode('HC1/staff-passkey-wrap', [])) }
}

async function unlockingFrom(
  root: Bytes,
  label: 'HC1/staff' | 'HC1/staff-recovery',
  account: StaffAccount,
): Promise<Unlocking> {
  const verifier = await deriveBytes(root, accountBytes(`${label}-verifier`, account))
  return { wrapKey: await deriveKey(root, accountBytes(`${label}-wrap`, account)), verifier: toBase64Url(verifier) }
}

export async function wrapIdentity(secret: Bytes, wrapKey: CryptoKey, account: StaffAccount): Promise<string> {
  const sealed = await encrypt(wrapKey, secret, accountBytes('HC1/staff-identity', account))
  return toBase64Url(encode('HC1/staff-identity', [sealed]))
}

export async function unwrapIdentity(
  blob: string,
  wrapKey: CryptoKey,
  account: StaffAccount,
): Promise<Result<StaffIdentity>> {
  const secret = await openBlob(blob, wrapKey, account)
  return secret.ok ? identityFromSecret(secret.value) : secret
}

/** A new passphrase or passkey: the same keys in another lock, so everything written before stays readable. */
export async function rewrapIdentity(
  blob: string,
  from: CryptoKey,
  to: CryptoKey,
  account: StaffAccount,
): Promise<Result<string>> {
  const secret = await openBlob(blob, from, account)
  return secret.ok ? ok(await wrapIdentity(secret.value, to, account)) : secret
}

async function openBlob(blob: string, wrapKey: CryptoKey, account: StaffAccount): Promise<Result<Bytes>> {
  const bytes = fromBase64Url(blob)
  if (!bytes) return refused('malformed')
  const sealed = parseBytes(bytes, 'HC1/staff-identity', (fields) => fields.bytes())
  if (!sealed.ok) return sealed
  const secret = await decrypt(wrapKey, sealed.value, accountBytes('HC1/staff-identity', account))
  return secret ? ok(secret) : refused('cannot-be-opened')
}

/** «Els» and «els » are the same person at the sign-in form. */
function accountBytes(label: `HC1/${string}`, { line, name }: StaffAccount): Bytes {
  return encode(label, [lineName(line), utf8(name.normalize('NFKC').trim().toLowerCase())])
}
