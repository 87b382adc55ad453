import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteLengthOfBase64Url, concat, equalBytes, fromBase64Url, toBase64Url } from './bytes.ts'

describe('bytes as text', () => {
  test('any bytes come back as they were, spelled as everybody spells them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64Url(bytes)

        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64Url(text)).toEqual(new Uint8Array(bytes))
        expect(byteLengthOfBase64Url(text)).toBe(bytes.length)
      }),
    )
  })

  test('any text either is the one spelling of its bytes or is refused', () => {
    const nearlyRight = fc.string({ unit: fc.constantFrom(...'AQgw_-zZ9=+/ \n', 'é', '\u{ff21}'), maxLength: 12 })
    fc.assert(
      fc.property(nearlyRight, (text) => {
        const bytes = fromBase64Url(text)

        if (bytes) expect(toBase64Url(bytes)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['padding', 'AA=='],
    ['the other alphabet', 'ab+/'],
    ['white space', 'AAAA\n'],
    ['a lone last character', 'AAAAA'],
    ['unused bits that are set', 'AB'],
    ['unused bits that are set, in three', 'AAB'],
    ['a character beyond one byte', 'AAA\u0141'],
  ])('refuses %s', (_, text) => {
    expect(fromBase64Url(text)).toBeUndefined()
  })
})

test('bytes are equal only when all of them are', () => {
  expect(equalBytes(Uint8Array.of(1, 2), concat(Uint8Array.of(1), Uint8Array.of(2)))).toBe(true)
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false)
})
