/**
 * Weights learned from the example sentences (`learn/` makes them, docs/decisions/0009 says why): for each question (about what, is
 * there danger) how much each feature speaks for each answer. Multinomial logistic regression.
 */
import type { Features } from './reading.ts'

/**
 * Features are known by a number of 22 bits made of their name, so that 10,000 of them take little room; two of the words that
 * people use may share one, which makes an answer a little less good and nothing worse. Bytes in base64, in four streams:
 * how far each number is from the one before (7 bits a byte, the eighth says that more follow), how many answers it speaks for or
 * against, which ones, and the weights in steps of `step`, 128 being none.
 */
export type PackedWeights = {
  readonly answers: readonly string[]
  readonly bias: readonly number[]
  readonly step: number
  readonly gaps: string
  readonly counts: string
  readonly speaksFor: string
  readonly steps: string
}

const BITS = 22
export const NO_WEIGHT = 128

/** FNV-1a (Fowler, Noll, Vo), folded to 22 bits. */
export function numberOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return ((hash >>> BITS) ^ hash) & ((1 << BITS) - 1)
}

export type Weigh<Answer extends string> = (features: Features) => readonly (readonly [answer: Answer, share: number])[]

/** Where the weights of each feature stand in the rows: from `starts[row]` to `starts[row + 1]`. */
type Rows = {
  readonly byNumber: ReadonlyMap<number, number>
  readonly starts: Uint32Array
  readonly speaksFor: Bytes
  readonly steps: Bytes
}

/** Shares add up to 1; the likeliest first. */
export function unpackWeights<Answer extends string>(packed: PackedWeights): Weigh<Answer> {
  const { answers, bias, step } = packed
  const { byNumber, starts, speaksFor, steps } = readRows(packed)
  return (features) => {
    const sums = bias.slice()
    for (const [name, amount] of features) {
      const row = byNumber.get(numberOf(name))
      if (row === undefined) continue
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
        const answer = speaksFor[at] as number
        sums[answer] = (sums[answer] as number) + ((steps[at] as number) - NO_WEIGHT) * step * amount
      }
    }
    return shares(sums)
      .map((share, answer) => [answers[answer] as Answer, share] as const)
      .sort((a, b) => b[1] - a[1])
  }
}

function readRows({ gaps, counts, speaksFor, steps }: PackedWeights): Rows {
  const gapBytes = bytesOf(gaps)
  const countBytes = bytesOf(counts)
  const byNumber = new Map<number, number>()
  const starts = new Uint32Array(countBytes.length + 1)
  let number = 0
  let gapAt = 0
  countBytes.forEach((count, row) => {
    let gap = 0
    for (let shift = 0; ; shift += 7) {
      const byte = gapBytes[gapAt++] as number
      gap |= (byte & 127) << shift
      if (byte < 128) break
    }
    number += gap
    byNumber.set(number, row)
    starts[row + 1] = (starts[row] as number) + count
  })
  return { byNumber, starts, speaksFor: bytesOf(speaksFor), steps: bytesOf(steps) }
}

type Bytes = Uint8Array

function bytesOf(base64: string): Bytes {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function shares(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}
