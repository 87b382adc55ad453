import { ConversationId } from '@houvast/protocol/primitives'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

test('has the form that the protocol asks for, whatever the time and the chance', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 48 - 1 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (now, random) => {
      expect(v.is(ConversationId, uuidV7(now, random as Uint8Array<ArrayBuffer>))).toBe(true)
    }),
  )
})

test('is the one of the standard’s own example', () => {
  // RFC 9562 appendix A.6: 2022-02-22T19:22:22.000Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
  const random = new Uint8Array([0xcc, 0x31, 0x8c, 0x4d, 0xc0, 0xc0, 0xc0, 0x73, 0x98, 0xf0])
  expect(uuidV7(0x017f22e279b0, random).slice(0, 18)).toBe('017f22e2-79b0-7cc3')
})

test('is never the same twice within one moment', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => uuidV7(0))).size).toBe(1_000)
})
