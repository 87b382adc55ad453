import { expect, test } from 'vitest'
import { createNonces } from './nonces.ts'

const now = Date.UTC(2026, 10, 26, 14)
const me = '198.51.100.7 40000'

test('a nonce is fresh for ten minutes, for whom it was made', () => {
  const nonces = createNonces(600_000)
  const nonce = nonces.make(me, now)

  expect(nonces.isFresh(nonce, me, now)).toBe(true)
  expect(nonces.isFresh(nonce, me, now + 600_000)).toBe(true)
  expect(nonces.isFresh(nonce, me, now + 602_000)).toBe(false)
  expect(nonces.isFresh(nonce, '198.51.100.7 40001', now)).toBe(false)
})

test('a nonce of the future, of another relay or of nobody is not fresh', () => {
  const nonces = createNonces(600_000)

  expect(nonces.isFresh(nonces.make(me, now + 5000), me, now)).toBe(false)
  expect(nonces.isFresh(createNonces(600_000).make(me, now), me, now)).toBe(false)
  expect(['', 'x', '?'.repeat(20), 'A'.repeat(20), 'A'.repeat(700)].filter((n) => nonces.isFresh(n, me, now))).toEqual(
    [],
  )
})

test('a nonce with one letter changed is not fresh', () => {
  const nonces = createNonces(600_000)
  const nonce = nonces.make(me, now)
  const other = (letter: string | undefined) => (letter === 'A' ? 'B' : 'A')
  const changed = [...nonce].map((letter, i) => nonce.slice(0, i) + other(letter) + nonce.slice(i + 1))

  expect(changed.filter((one) => nonces.isFresh(one, me, now))).toEqual([])
})
