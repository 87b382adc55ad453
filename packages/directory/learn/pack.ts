/** Makes the learned weights small enough for a phone: the features that say most, and of those only what they say clearly. */
import { type PackedWeights, packRow, STEPS_MAX } from '../src/suggest/weights.ts'
import type { Learned } from './softmax.ts'

/** One step of a weight: a fifth is a fine enough shade. */
const STEP = 0.2

export function pack(
  learned: Learned,
  answers: readonly string[],
  { features }: { readonly features: number },
): PackedWeights {
  const count = answers.length
  const rows = learned.names
    .map((name, feature) => {
      const weights = [...learned.weights.subarray(feature * count, (feature + 1) * count)]
        .map((weight, answer) => [answer, clamp(Math.round(weight / STEP))] as const)
        .filter(([, steps]) => steps !== 0)
      return { name, weights, says: Math.sqrt(weights.reduce((sum, [, steps]) => sum + steps * steps, 0)) }
    })
    .filter(({ says, weights }) => says > 0 && weights.length > 0)
    .sort((a, b) => b.says - a.says)
    .slice(0, features)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, weights }) => packRow(name, weights))
  return {
    answers,
    bias: [...learned.bias].map((value) => Math.round(value * 100) / 100),
    step: STEP,
    rows: rows.join('\n'),
  }
}

const clamp = (steps: number) => Math.max(-STEPS_MAX, Math.min(STEPS_MAX, steps))
