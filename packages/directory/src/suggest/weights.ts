/**
 * Weights learned from the example sentences (`learn/` makes them, `docs/decisions` says why): for each question (about what, is
 * there danger, who writes) how much each feature speaks for each answer. Multinomial logistic regression.
 */
import type { Features } from './reading.ts'

/**
 * One row a feature: its name, a tab, then two characters for each answer that it speaks for or against: the answer's number,
 * counted from `0`, and the weight in steps of `step`, counted from `?`.
 */
export type PackedWeights = {
  readonly answers: readonly string[]
  readonly bias: readonly number[]
  readonly step: number
  readonly rows: string
}

const FIRST_ANSWER = 0x30
const NO_WEIGHT = 0x3f
/** Keeps the character of a weight between `#` and `[`. */
export const STEPS_MAX = 28

export function packRow(name: string, weights: readonly (readonly [answer: number, steps: number])[]): string {
  return `${name}\t${weights.map(([answer, steps]) => String.fromCharCode(FIRST_ANSWER + answer, NO_WEIGHT + steps)).join('')}`
}

export type Weigh<Answer extends string> = (features: Features) => readonly (readonly [answer: Answer, share: number])[]

/** Shares add up to 1; the likeliest first. */
export function unpackWeights<Answer extends string>({ answers, bias, step, rows }: PackedWeights): Weigh<Answer> {
  const packed = new Map<string, string>()
  for (const row of rows.split('\n')) {
    const end = row.indexOf('\t')
    packed.set(row.slice(0, end), row.slice(end + 1))
  }
  return (features) => {
    const sums = bias.slice()
    for (const [name, amount] of features) {
      const weights = packed.get(name)
      if (!weights) continue
      for (let at = 0; at < weights.length; at += 2) {
        const answer = weights.charCodeAt(at) - FIRST_ANSWER
        sums[answer] = (sums[answer] as number) + (weights.charCodeAt(at + 1) - NO_WEIGHT) * step * amount
      }
    }
    return shares(sums)
      .map((share, answer) => [answers[answer] as Answer, share] as const)
      .sort((a, b) => b[1] - a[1])
  }
}

function shares(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}
