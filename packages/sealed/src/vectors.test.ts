/** The published test vectors, through the same code that seals conversations. See ../vectors/README.md. */
import { Aes256Gcm, CipherSuite as CoreSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke'
import { describe, expect, test } from 'vitest'
import hpke from '../vectors/rfc9180-x25519-sha256-aes256gcm-base.json' with { type: 'json' }
import gcm from '../vectors/wycheproof-aes-256-gcm.json' with { type: 'json' }
import ed25519 from '../vectors/wycheproof-ed25519.json' with { type: 'json' }
import hkdf from '../vectors/wycheproof-hkdf-sha256.json' with { type: 'json' }
import x25519 from '../vectors/wycheproof-x25519.json' with { type: 'json' }
import { type Bytes, concat, utf8 } from './bytes.ts'
import { importKemPair } from './private-key.ts'
import { openSealed, sealTo } from './seal-to.ts'
import { isSignedBy } from './signed.ts'
import { decrypt, deriveBytes } from './symmetric.ts'

const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const toHex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('hex')

describe('HPKE, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM, base mode', () => {
  const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

  test('the recipient’s keys follow from the vector’s seed', async () => {
    const pair = await suite.DeriveKeyPair(fromHex(hpke.ikmR), true)

    expect(toHex(await suite.SerializePrivateKey(pair.privateKey))).toBe(hpke.skRm)
    expect(toHex((await importKemPair(fromHex(hpke.skRm))).publicKey)).toBe(hpke.pkRm)
  })

  test('what the vector sealed first is opened by openSealed', async () => {
    const { pair } = await importKemPair(fromHex(hpke.skRm))
    const [first] = hpke.encryptions as [(typeof hpke.encryptions)[0]]
    const context = { info: fromHex(hpke.info), aad: fromHex(first.aad) }

    const opened = await openSealed(pair, concat(fromHex(hpke.enc), fromHex(first.ct)), context)

    expect(opened && toHex(opened)).toBe(first.pt)
  })

  test('all 257 encryptions and 3 exports of the vector agree', async () => {
    const { pair } = await importKemPair(fromHex(hpke.skRm))
    const context = await suite.SetupRecipient(pair, fromHex(hpke.enc), { info: fromHex(hpke.info) })

    const opened = []
    for (const { ct, aad } of hpke.encryptions) opened.push(toHex(await context.Open(fromHex(ct), fromHex(aad))))
    const exported = []
    for (const one of hpke.exports) exported.push(toHex(await context.Export(fromHex(one.exporter_context), one.L)))

    expect(opened).toHaveLength(257)
    expect(opened).toEqual(hpke.encryptions.map(({ pt }) => pt))
    expect(exported).toEqual(hpke.exports.map(({ exported_value }) => exported_value))
  })

  test('what our provider seals, another provider opens, and the other way round', async () => {
    const core = new CoreSuite({
      kem: new DhkemX25519HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes256Gcm(),
    })
    const { pair, publicKey } = await importKemPair(fromHex(hpke.skRm))
    const coreKey = await core.kem.deserializePublicKey(publicKey)
    const context = { info: utf8('HC1/epoch-wrap'), aad: utf8('about') }
    const secret = utf8('zeg het aan niemand')

    const ours = (await sealTo(publicKey, secret, context)) as Bytes
    const openedByCore = await core.open(
      { recipientKey: pair, enc: ours.slice(0, 32), info: context.info },
      ours.slice(32),
      context.aad,
    )
    const { ct, enc } = await core.seal({ recipientPublicKey: coreKey, info: context.info }, secret, context.aad)
    const openedByUs = await openSealed(pair, concat(new Uint8Array(enc), new Uint8Array(ct)), context)

    expect(toHex(openedByCore)).toBe(toHex(secret))
    expect(openedByUs && toHex(openedByUs)).toBe(toHex(secret))
  })
})

describe('Wycheproof', () => {
  test('Ed25519: 145 of 145', async () => {
    const wrong = []
    for (const { tcId, pk, msg, sig, result } of ed25519.tests) {
      const isValid = await isSignedBy(fromHex(pk), { over: fromHex(msg), signature: fromHex(sig) })
      if (isValid !== (result === 'valid')) wrong.push(tcId)
    }

    expect(ed25519.tests).toHaveLength(145)
    expect(wrong).toEqual([])
  })

  test('X25519: 518 of 518, and a shared secret of zeros is refused', async () => {
    const wrong = []
    for (const one of x25519.tests) {
      const { pair } = await importKemPair(fromHex(one.private))
      const publicKey = await crypto.subtle.importKey('raw', fromHex(one.public), 'X25519', false, [])
      const agreed = await crypto.subtle
        .deriveBits({ name: 'X25519', public: publicKey }, pair.privateKey, 256)
        .catch(() => undefined)
      const expected = /^0+$/.test(one.shared) ? undefined : one.shared
      if ((agreed && toHex(agreed)) !== expected) wrong.push(one.tcId)
    }

    expect(x25519.tests).toHaveLength(518)
    expect(wrong).toEqual([])
  })

  test('AES-256-GCM with 96-bit nonces: 48 of 48', async () => {
    const wrong = []
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of gcm.tests) {
      const aes = await crypto.subtle.importKey('raw', fromHex(key), 'AES-GCM', false, ['decrypt'])
      const opened = await decrypt(aes, fromHex(iv + ct + tag), fromHex(aad))
      const expected = result === 'valid' ? msg : undefined
      if ((opened && toHex(opened)) !== expected) wrong.push(tcId)
    }

    expect(gcm.tests).toHaveLength(48)
    expect(wrong).toEqual([])
  })

  test('HKDF-SHA256: 105 of 105, those without salt through our own derivation', async () => {
    const wrong = []
    let own = 0
    for (const { tcId, ikm, salt, info, size, okm, result } of hkdf.tests) {
      if (salt === '') own += 1
      const derived =
        salt === ''
          ? await deriveBytes(fromHex(ikm), fromHex(info), size).catch(() => undefined)
          : await hkdfWithSalt(ikm, salt, info, size).catch(() => undefined)
      if ((derived ? toHex(derived) : '') !== (result === 'invalid' ? '' : okm)) wrong.push(tcId)
    }

    expect(own).toBeGreaterThan(10)
    expect(hkdf.tests).toHaveLength(105)
    expect(wrong).toEqual([])
  })
})

async function hkdfWithSalt(ikm: string, salt: string, info: string, size: number): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey('raw', fromHex(ikm), 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) }
  return crypto.subtle.deriveBits(algorithm, key, 8 * size)
}
