import { expect, test } from 'vitest'
import { createTypingTeller } from './typing-teller.ts'

test('tells that somebody types at most once every three seconds, and at once that they stopped', () => {
  const told: (readonly [number, boolean])[] = []
  let now = 0
  const teller = createTypingTeller(
    (isTyping) => told.push([now, isTyping]),
    () => now,
  )
  teller(false)
  for (const at of [0, 1_000, 2_999, 3_000, 4_000]) {
    now = at
    teller(true)
  }
  now = 4_500
  teller(false)
  teller(false)
  teller(true)
  expect(told).toEqual([
    [0, true],
    [3_000, true],
    [4_500, false],
    [4_500, true],
  ])
})
