import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, fromBase64Url, randomBytes, toBase64Url, utf8 } from './bytes.ts'
import { encodeFields } from './codec.ts'
import { type EnvelopeHeader, openEnvelope, readEnvelope, readEnvelopeHeader, sealEnvelope } from './envelope.ts'
import { createEpochSecret, messageKey } from './epoch-key.ts'
import { NO_HASH } from './hash.ts'
import { PADDED_SIZES, pad, TEXT_BYTES_MAX, unpad } from './padding.ts'
import { signBytes } from './signed.ts'
import { createStaffIdentity } from './staff-identity.ts'
import { newId, value } from './testing/helpline.ts'

async function sealer(line = 'jongerenlijn') {
  const { identity } = await createStaffIdentity()
  const secret = createEpochSecret()
  const keys = { message: await messageKey(secret, identity.kid), signing: identity.signing }
  const header: EnvelopeHeader = {
    ...{ v: 1, line, conversation: newId(), epoch: 3, kid: identity.kid, n: 7, id: newId(), type: 'say' },
    ...{
      seen: { seq: 41, hash: toBase64Url(randomBytes(32)) },
      prev: NO_HASH,
      keyBookHead: toBase64Url(randomBytes(32)),
    },
  }
  return { header, keys, secret, seal: (text: string) => sealEnvelope(header, text, keys) }
}

describe('an envelope', () => {
  test('gives back what was written, and its header to whoever carries it', async () => {
    const { header, keys, seal } = await sealer()
    const { envelope, hash } = value(await seal('Ik ben bang. 🖤'))

    const read = value(await readEnvelope(envelope))

    expect(read.header).toEqual(header)
    expect(read.hash).toBe(hash)
    expect(await openEnvelope(read, keys.message)).toEqual({ ok: true, value: 'Ik ben bang. 🖤' })
    expect(readEnvelopeHeader(envelope)).toEqual({ ok: true, value: header })
  })

  test('has a readable header whatever the length of the line’s name', async () => {
    for (const line of ['a', 'a'.repeat(64)]) {
      const { header, seal } = await sealer(line)

      expect(readEnvelopeHeader(value(await seal('x')).envelope)).toEqual({ ok: true, value: header })
    }
  })

  test('is as long for «ja» as for a few sentences', async () => {
    const { seal } = await sealer()
    const lengths = await Promise.all(
      ['', 'ja', 'x'.repeat(254)].map(async (t) => value(await seal(t)).envelope.length),
    )

    expect(new Set(lengths).size).toBe(1)
    expect(value(await seal('x'.repeat(255))).envelope.length).toBeGreaterThan(lengths[0] as number)
  })

  test('is never the same twice', async () => {
    const { seal } = await sealer()

    expect(value(await seal('ja')).envelope).not.toBe(value(await seal('ja')).envelope)
  })

  test('holds at most eight kilobytes, counted in bytes', async () => {
    const { seal } = await sealer()

    expect((await seal('x'.repeat(TEXT_BYTES_MAX))).ok).toBe(true)
    expect(await seal('x'.repeat(TEXT_BYTES_MAX + 1))).toEqual({ ok: false, why: { reason: 'too-long' } })
    expect((await seal('é'.repeat(TEXT_BYTES_MAX / 2 + 1))).ok).toBe(false)
  })

  test('shows none of its words', async () => {
    const { seal } = await sealer()
    const words = 'een heel herkenbare zin'

    const bytes = Buffer.from(fromBase64Url(value(await seal(words)).envelope) as Uint8Array)

    expect(bytes.includes(words)).toBe(false)
  })

  test('opens with the key of its own sender in its own epoch only', async () => {
    const { header, keys, secret, seal } = await sealer()
    const other = (await createStaffIdentity()).identity
    const read = value(await readEnvelope(value(await seal('x')).envelope))

    expect((await openEnvelope(read, keys.message)).ok).toBe(true)
    expect((await openEnvelope(read, await messageKey(secret, other.kid))).ok).toBe(false)
    expect((await openEnvelope(read, await messageKey(createEpochSecret(), header.kid))).ok).toBe(false)
  })

  test('of a size that no sealing gives is refused, though its sender signed it', async () => {
    const { keys, seal } = await sealer()
    const { aad } = value(await readEnvelope(value(await seal('x')).envelope))
    const odd = concat(aad, encodeFields([randomBytes(300)]))

    const text = toBase64Url(await signBytes(odd, keys.signing))

    expect(readEnvelopeHeader(text).ok).toBe(false)
    expect((await readEnvelope(text)).ok).toBe(false)
  })

  test('the cheap header reader refuses what the thorough one refuses', async () => {
    const { seal } = await sealer()
    const { envelope } = value(await seal('x'))
    const bytes = fromBase64Url(envelope) as Uint8Array
    const cut = fc.nat(bytes.length).map((n) => toBase64Url(bytes.subarray(0, n)))
    const grown = fc
      .uint8Array({ minLength: 1, maxLength: 300 })
      .map((more) => toBase64Url(Buffer.concat([bytes, more])))
    const notBase64 = fc.nat(envelope.length - 1).map((at) => `${envelope.slice(0, at)}=${envelope.slice(at + 1)}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, grown, notBase64), async (text) => {
        if (text === envelope) return

        expect(readEnvelopeHeader(text).ok).toBe(false)
        expect((await readEnvelope(text)).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  test.each(['', 'A', '{}', 'hallo wereld', 'x'.repeat(70_000)])('«%.12s» is not one', (text) => {
    expect(readEnvelopeHeader(text).ok).toBe(false)
  })
})

describe('padding', () => {
  test('gives back any text, in one of six sizes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2700 }), (text) => {
        const padded = pad(text)

        expect(PADDED_SIZES).toContain(padded?.length)
        expect(padded && unpad(padded)).toBe(text.toWellFormed())
      }),
    )
  })

  test.each([
    ['something after the text', (p: Uint8Array) => p.fill(1, 200, 201)],
    ['a length beyond the end', (p: Uint8Array) => p.fill(255, 0, 2)],
    ['text that is not UTF-8', (p: Uint8Array) => p.fill(0xff, 2, 3)],
  ])('with %s is refused', (_, spoil) => {
    const padded = pad('hallo') as Uint8Array<ArrayBuffer>
    spoil(padded)

    expect(unpad(padded)).toBeUndefined()
  })

  test('in a larger size than needed is refused', () => {
    const larger = new Uint8Array(512)
    larger.set([0, 2, ...utf8('ja')])

    expect(unpad(larger)).toBeUndefined()
  })
})
