import { describe, expect, test } from 'vitest'
import { concat, sha256, toBase64Url } from './bytes.ts'
import { createSeekerKeys } from './conversation-start.ts'
import { kidOfDuty, kidOfPerson } from './kid.ts'
import { createStaffIdentity } from './staff-identity.ts'

describe('the name of a key', () => {
  test('is the beginning of the hash of its public parts, and of nothing else', async () => {
    const { identity, publicKeys, secret } = await createStaffIdentity()
    const hash = await sha256(concat(publicKeys.sign, publicKeys.kem))

    expect(identity.kid).toBe(toBase64Url(hash.subarray(0, 8)))
    expect(await kidOfPerson(publicKeys)).toBe(identity.kid)
    expect(await kidOfDuty(publicKeys.kem)).toBe(toBase64Url((await sha256(publicKeys.kem)).subarray(0, 8)))
    expect(toBase64Url(secret)).not.toContain(identity.kid)
  })

  test('differs for every person and every conversation', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, createStaffIdentity))
    const seekers = await Promise.all(Array.from({ length: 20 }, createSeekerKeys))

    const kids = new Set([...people.map(({ identity }) => identity.kid), ...seekers.map(({ kid }) => kid)])

    expect(kids.size).toBe(40)
  })

  test('changes when either public part does', async () => {
    const { publicKeys: a } = await createStaffIdentity()
    const { publicKeys: b } = await createStaffIdentity()

    const kids = [
      await kidOfPerson(a),
      await kidOfPerson({ ...a, kem: b.kem }),
      await kidOfPerson({ ...a, sign: b.sign }),
    ]

    expect(new Set(kids).size).toBe(3)
  })
})

test('a seeker’s keys cannot be taken out, and can be put into a browser’s database', async () => {
  const keys = await createSeekerKeys()

  const kept = structuredClone(keys)

  expect(kept.kid).toBe(keys.kid)
  expect(keys.signing.privateKey.extractable).toBe(false)
  expect(keys.kem.privateKey.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('jwk', kept.kem.privateKey)).rejects.toThrow()
})
