import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStructuredReference, structuredReference } from './structured-reference.ts'

const tenDigits = fc.integer({ min: 0, max: 9_999_999_999 })

test.each([
  [909_337_554, '+++090/9337/55493+++'],
  [0, '+++000/0000/00097+++'],
  [97, '+++000/0000/09797+++'],
  [1, '+++000/0000/00101+++'],
  [9_999_999_999, '+++999/9999/99948+++'],
])('[F16] %i is written %s', (number, reference) => {
  expect(structuredReference(number)).toBe(reference)
  expect(isStructuredReference(reference)).toBe(true)
})

test('[F16] every reference is one, by the bank’s own sum', () => {
  fc.assert(
    fc.property(tenDigits, (number) => {
      const digits = structuredReference(number).replace(/\D/g, '')

      expect(digits).toHaveLength(12)
      expect(BigInt(digits.slice(0, 10)) % 97n).toBe(BigInt(digits.slice(10)) % 97n)
      expect(isStructuredReference(structuredReference(number))).toBe(true)
    }),
  )
})

test('[F16] a digit that is mistyped, or two that change places, are found', () => {
  fc.assert(
    fc.property(tenDigits, fc.nat(11), fc.nat(9), (number, at, digit) => {
      const digits = [...structuredReference(number).replace(/\D/g, '')]
      const written = (of: readonly string[]) =>
        `+++${of.slice(0, 3).join('')}/${of.slice(3, 7).join('')}/${of.slice(7).join('')}+++`
      const mistyped = digits.with(at, String(digit))
      const next = (at + 1) % 12
      const swapped = digits.with(at, digits[next] ?? '').with(next, digits[at] ?? '')

      expect(isStructuredReference(written(mistyped))).toBe(written(mistyped) === written(digits))
      if (next > at) expect(isStructuredReference(written(swapped))).toBe(written(swapped) === written(digits))
    }),
  )
})

test.each(['', '090/9337/55493', '+++090/9337/5549+++', '+++09a/9337/55493+++', '+++090/9337/55493+++ '])(
  '«%s» is none',
  (text) => {
    expect(isStructuredReference(text)).toBe(false)
  },
)

test.each([-1, 1.5, 10_000_000_000, Number.NaN])('%d is no number for one', (number) => {
  expect(() => structuredReference(number)).toThrow(RangeError)
})
