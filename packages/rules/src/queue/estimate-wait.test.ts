import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../time.ts'
import { estimateWait } from './estimate-wait.ts'

const NOW = 10 * HOUR_MS
const every = (minutes: number, count: number) =>
  Array.from({ length: count }, (_, i) => NOW - (i + 1) * minutes * MINUTE_MS)

test.each([
  ['[Q1] two pick-ups are too few to say anything', 1, every(4, 2), undefined],
  ['[Q1] the next waits as long as it takes between pick-ups', 1, every(4, 5), 4],
  ['[Q1] the third waits three times as long, rounded up to what a person would say', 3, every(4, 5), 15],
  ['[Q1] one long gap does not spoil the estimate', 1, [...every(4, 5), NOW - 100 * MINUTE_MS], 4],
  ['[Q2] what was long ago does not count', 1, every(4, 5).map((at) => at - 3 * HOUR_MS), undefined],
  ['[Q1] it never says nought', 1, [NOW - 3, NOW - 2, NOW - 1], 1],
])('%s', (_, place, pickUps, minutes) => {
  expect(estimateWait(place, pickUps, NOW)).toBe(minutes)
})
