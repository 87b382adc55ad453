import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { SignIn } from './desk-requests.ts'
import { Kid, LineId, Seq, sealedText, Wraps } from './primitives.ts'

const wrap = (kid: string) => ({ for: kid, sealed: 'AAAA' })

describe('the small parts of messages', () => {
  test.each([0, 1, 2 ** 31 - 1])('%d is a place in a log', (seq) => {
    expect(v.is(Seq, seq)).toBe(true)
  })

  test.each([-1, 0.5, 2 ** 31, 2 ** 53, Number.NaN, '1', null])('%s is none', (seq) => {
    expect(v.is(Seq, seq)).toBe(false)
  })

  test('a key is sealed to each member once', () => {
    expect(v.is(Wraps, [wrap('AAAAAAAAAAA'), wrap('BBBBBBBBBBB')])).toBe(true)
    expect(v.is(Wraps, [wrap('AAAAAAAAAAA'), wrap('AAAAAAAAAAA')])).toBe(false)
  })

  test.each(['awel', 'tele-onthaal', 'a', '1712'])('«%s» may name a line', (line) => {
    expect(v.is(LineId, line)).toBe(true)
  })

  test.each(['', '-', 'a-', 'Awel', 'awel\u0000', 'awel\n', 'a/b', '..', 'a'.repeat(41), '__proto__'])(
    '«%s» may not',
    (line) => {
      expect(v.is(LineId, line)).toBe(false)
    },
  )

  test.each(['AAAAAAAAAA', 'AAAAAAAAAAAA', 'AAAAAAAAAA=', 'AAAAAAAAAA\n'])('%s names no key', (kid) => {
    expect(v.is(Kid, kid)).toBe(false)
  })

  test.each(['', 'a b', 'a+b', 'a/b', 'a=', 'é', 'a\u0000', 'A'.repeat(21)])('«%s» is nothing sealed', (text) => {
    expect(v.is(sealedText(20), text)).toBe(false)
  })

  test.each([
    ['Mila', true],
    [' Mila ', true],
    ['Zoë D’Hondt-Çelik', true],
    ['王', true],
    ['', false],
    ['   ', false],
    ['Mi\u0000la', false],
    ['Mi\nla', false],
    ['M'.repeat(81), false],
  ])('a person called «%s» can sign in: %s', (name, can) => {
    expect(v.is(SignIn, { line: 'awel', name, verifier: 'A'.repeat(43), code: '123456' })).toBe(can)
  })
})
