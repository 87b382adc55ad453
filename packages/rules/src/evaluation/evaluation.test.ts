import { describe, expect, test } from 'vitest'
import { hideSmall } from './evaluation.ts'

const counts = (...making: readonly number[]) =>
  hideSmall(making.map((count, at) => ({ question: 'making', answer: ['easy', 'so-so', 'hard'][at] ?? '', count })))
    .filter(({ question }) => question === 'making')
    .map(({ count }) => count)

describe('what is shown of the answers', () => {
  test.each([
    [
      [12, 9, 5],
      [12, 9, 5],
    ],
    [
      [12, 4, 3],
      [12, undefined, undefined],
    ],
    [
      [12, 9, 4],
      [12, undefined, undefined],
    ],
    [
      [4, 0, 1],
      [undefined, undefined, undefined],
    ],
    [
      [0, 30, 0],
      [undefined, 30, undefined],
    ],
  ])('[E2] of %j it is %j: small numbers, and what would give one away, are hidden', (given, shown) => {
    expect(counts(...given)).toEqual(shown)
  })

  test('[E2] before anybody answered nothing is shown, and every question is there', () => {
    expect(new Set(hideSmall([]).map(({ question }) => question))).toEqual(new Set(['making', 'helped', 'found']))
    expect(hideSmall([]).every(({ count }) => count === undefined)).toBe(true)
  })
})
