/**
 * Makes learned weights small enough for a phone. First all are learned; then the ones that say most are kept, as many as asked,
 * and learned again without the others, so that what is left makes up for what is gone.
 */
import { type PackedWeights, packRow, STEPS_MAX } from '../src/suggest/weights.ts'
import { type Example, type Learned, type LearnOptions, learn } from './softmax.ts'

/** One step of a weight. */
const STEP = 0.2
/** A word must stand in this many examples: what only one person wrote says little of the next. */
const TIMES_MIN = Number(process.env.TM ?? 2)

export function learnSmall<Answer extends string>(
  examples: readonly Example<Answer>[],
  answers: readonly Answer[],
  { weights, ...options }: LearnOptions & { readonly weights: number },
): PackedWeights {
  const times = new Map<string, number>()
  for (const { features } of examples) for (const [name] of features) times.set(name, (times.get(name) ?? 0) + 1)
  const common = examples.map((example) => ({
    ...example,
    features: example.features.filter(([name]) => (times.get(name) ?? 0) >= TIMES_MIN),
  }))
  const all = learn(common, answers, options)
  const keep = strongest(all, answers.length, weights)
  const kept = learn(common, answers, { ...options, keep: (name, answer) => keep.has(`${name} ${answer}`) })
  return pack(kept, answers)
}

function strongest({ names, weights }: Learned, count: number, most: number): ReadonlySet<string> {
  const ranked = [...weights.keys()].sort((a, b) => Math.abs(weights[b] as number) - Math.abs(weights[a] as number))
  return new Set(ranked.slice(0, most).map((at) => `${names[Math.floor(at / count)]} ${at % count}`))
}

function pack({ names, weights, bias }: Learned, answers: readonly string[]): PackedWeights {
  const count = answers.length
  const rows = names
    .map((name, feature) => {
      const steps = [...weights.subarray(feature * count, (feature + 1) * count)]
        .map((weight, answer) => [answer, inSteps(weight)] as const)
        .filter(([, step]) => step !== 0)
      return [name, steps] as const
    })
    .filter(([, steps]) => steps.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, steps]) => packRow(name, steps))
  return { answers, bias: [...bias].map((value) => Math.round(value * 100) / 100), step: STEP, rows: rows.join('\n') }
}

const inSteps = (weight: number) => Math.max(-STEPS_MAX, Math.min(STEPS_MAX, Math.round(weight / STEP)))
