import { describe, expect, test } from 'vitest'
import { fromBase64Url, randomBytes } from './bytes.ts'
import { createRecoveryCode } from './recovery-code.ts'
import { createStaffIdentity, identityFromSecret } from './staff-identity.ts'
import {
  deriveFromPasskey,
  deriveFromPassphrase,
  deriveFromRecoveryCode,
  rewrapIdentity,
  unwrapIdentity,
  wrapIdentity,
} from './staff-unlock.ts'
import { value } from './testing/helpline.ts'

const account = { line: 'jongerenlijn', name: 'hanne' }
const passphrase = 'vier paarden op het dak'

describe('a staff identity', () => {
  test('is the same person again after its secret was put away and taken out', async () => {
    const { identity, secret } = await createStaffIdentity()

    const again = value(await identityFromSecret(secret))

    expect(again.kid).toBe(identity.kid)
    expect(again.publicKeys).toEqual(identity.publicKeys)
  })

  test('holds keys that cannot be taken out', async () => {
    const { identity } = await createStaffIdentity()

    expect(identity.signing.extractable).toBe(false)
    expect(identity.kem.privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('jwk', identity.signing)).rejects.toThrow()
  })

  test('is not made from a secret of another length', async () => {
    expect(await identityFromSecret(randomBytes(63))).toEqual({ ok: false, why: { reason: 'malformed' } })
  })
})

describe('unlocking staff keys', () => {
  test('the passphrase opens what it locked, on another day and however the name is spelled', async () => {
    const { identity, secret } = await createStaffIdentity()
    const blob = await wrapIdentity(secret, (await deriveFromPassphrase({ passphrase, ...account })).wrapKey, account)
    const sameAccount = { line: account.line, name: ' Hanne ' }

    const { wrapKey } = await deriveFromPassphrase({ passphrase, ...sameAccount })

    expect(value(await unwrapIdentity(blob, wrapKey, sameAccount)).kid).toBe(identity.kid)
  })

  test.each([
    ['another passphrase', { ...account, passphrase: 'vier paarden op het dek' }, account],
    ['another line', { ...account, line: 'andere-lijn', passphrase }, account],
    ['another name', { ...account, name: 'bram', passphrase }, account],
    ['somebody else’s place', { ...account, passphrase }, { ...account, name: 'bram' }],
  ])('%s opens nothing', async (_, typed, place) => {
    const { secret } = await createStaffIdentity()
    const blob = await wrapIdentity(secret, (await deriveFromPassphrase({ passphrase, ...account })).wrapKey, account)

    const opened = await unwrapIdentity(blob, (await deriveFromPassphrase(typed)).wrapKey, place)

    expect(opened).toEqual({ ok: false, why: { reason: 'cannot-be-opened' } })
  })

  test('what the server is given opens nothing: it is not the wrap key, and the same every time', async () => {
    const { secret } = await createStaffIdentity()
    const unlocking = await deriveFromPassphrase({ passphrase, ...account })
    const blob = await wrapIdentity(secret, unlocking.wrapKey, account)
    const verifier = fromBase64Url(unlocking.verifier)
    const fromVerifier = await crypto.subtle.importKey('raw', verifier as BufferSource, 'AES-GCM', false, ['decrypt'])

    expect((await deriveFromPassphrase({ passphrase, ...account })).verifier).toBe(unlocking.verifier)
    expect(verifier).toHaveLength(32)
    expect(unlocking.wrapKey.extractable).toBe(false)
    expect((await unwrapIdentity(blob, fromVerifier, account)).ok).toBe(false)
  })

  test('a passkey opens it too, and only that passkey', async () => {
    const { identity, secret } = await createStaffIdentity()
    const prf = randomBytes(32)
    const blob = await wrapIdentity(secret, (await deriveFromPasskey(prf)).wrapKey, account)

    const opened = await unwrapIdentity(blob, (await deriveFromPasskey(prf.slice())).wrapKey, account)
    const other = await unwrapIdentity(blob, (await deriveFromPasskey(randomBytes(32))).wrapKey, account)

    expect(value(opened).kid).toBe(identity.kid)
    expect(other.ok).toBe(false)
  })

  test('the printed code opens it, and a mistyped one says so before anything is tried', async () => {
    const { identity, secret } = await createStaffIdentity()
    const code = createRecoveryCode()
    const blob = await wrapIdentity(secret, value(await deriveFromRecoveryCode({ code, ...account })).wrapKey, account)

    const { wrapKey } = value(await deriveFromRecoveryCode({ code: code.toLowerCase(), ...account }))
    const mistyped = await deriveFromRecoveryCode({ code: code.slice(0, -1), ...account })

    expect(value(await unwrapIdentity(blob, wrapKey, account)).kid).toBe(identity.kid)
    expect(mistyped).toEqual({ ok: false, why: { reason: 'recovery-code-mistyped' } })
  })

  test('a new passphrase keeps the same keys, and the old one no longer fits', async () => {
    const { identity, secret } = await createStaffIdentity()
    const old = (await deriveFromPassphrase({ passphrase, ...account })).wrapKey
    const next = (await deriveFromPassphrase({ passphrase: 'iets heel anders', ...account })).wrapKey
    const blob = await wrapIdentity(secret, old, account)

    const rewrapped = value(await rewrapIdentity(blob, old, next, account))

    expect(value(await unwrapIdentity(rewrapped, next, account)).kid).toBe(identity.kid)
    expect((await unwrapIdentity(rewrapped, old, account)).ok).toBe(false)
  })
})
