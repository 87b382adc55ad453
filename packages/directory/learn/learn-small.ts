/**
 * Makes learned weights small enough for a phone, twice: a first index that is there at once, and a fuller one that follows. First all
 * are learned; then the ones that say most are kept, as many as asked, and learned again without the others, so that what is left
 * makes up for what is gone.
 */
import { NO_WEIGHT, numberOf, type PackedWeights } from '../src/suggest/weights.ts'
import { type Example, type Learned, learn } from './softmax.ts'

/** How many steps of a weight there may be on either side of none. */
const STEPS_MAX = 15
/** Features of the vocabulary begin so. */
const VOCABULARY = /^[@=!~%]/
/** A word must stand in this many examples: what only one person wrote says little of the next. */
const TIMES_MIN = 2

export type Size = {
  /** Weights of words that are kept. */
  readonly weights: number
  /** One step of a weight. */
  readonly step: number
  /** Between how strong a weight is (0) and how often it is of use (1). */
  readonly power: number
}

export type ToLearn = {
  readonly examples: readonly Example<string>[]
  readonly answers: readonly string[]
  /** How often the examples are gone through: with all weights, and again with those that are kept. */
  readonly rounds: { readonly all: number; readonly kept: number }
  readonly first: Size
  readonly fuller: Size
}

export type InSizes = { readonly first: PackedWeights; readonly fuller: PackedWeights }

/** How strongly weights are held back. */
const SHRINK = 5e-4

export function learnInSizes({ examples, answers, rounds, first, fuller }: ToLearn): InSizes {
  const times = new Map<string, number>()
  for (const { features } of examples) for (const [name] of features) times.set(name, (times.get(name) ?? 0) + 1)
  const common = examples.map((example) => ({
    ...example,
    features: example.features.filter(([name]) => (times.get(name) ?? 0) >= TIMES_MIN),
  }))
  const all = learn(common, answers, { rounds: rounds.all, shrink: SHRINK })
  const inSize = (size: Size) => {
    const from = { learned: all, keep: strongest(all, answers.length, size, times) }
    return pack(learn(common, answers, { rounds: rounds.kept, shrink: SHRINK, from }), answers, size.step)
  }
  return { first: inSize(first), fuller: inSize(fuller) }
}

/** Cues and groups speak for every answer; of the words, only the strongest weights stay. One for each weight that is kept. */
function strongest(
  { names, weights }: Learned,
  count: number,
  { weights: most, power }: Size,
  times: ReadonlyMap<string, number>,
): Uint8Array {
  const keep = new Uint8Array(weights.length)
  const worth = new Float64Array(weights.length)
  names.forEach((name, feature) => {
    const [from, to] = [feature * count, (feature + 1) * count]
    if (VOCABULARY.test(name)) keep.fill(1, from, to)
    const use = (times.get(name) ?? 0) ** power
    for (let at = from; at < to; at++) worth[at] = keep[at] ? 0 : Math.abs(weights[at] as number) * use
  })
  const least = worth.slice().sort().at(-most) ?? 0
  for (let at = 0; at < worth.length; at++) if ((worth[at] as number) > least) keep[at] = 1
  return keep
}

function pack({ names, weights, bias }: Learned, answers: readonly string[], step: number): PackedWeights {
  const count = answers.length
  const rows = names
    .map((name, feature) => {
      const steps = [...weights.subarray(feature * count, (feature + 1) * count)]
        .map((weight, answer) => [answer, inSteps(weight, step)] as const)
        .filter(([, step]) => step !== 0)
      return [numberOf(name), steps] as const
    })
    .filter(([, steps]) => steps.length > 0)
    .sort(([a], [b]) => a - b)
    .filter(([number], at, all) => number !== all[at - 1]?.[0])
  const all = rows.flatMap(([, steps]) => steps)
  return {
    answers,
    bias: [...bias].map((value) => Math.round(value * 100) / 100),
    step,
    gaps: base64(rows.flatMap(([number], at) => sevenBits(number - (rows[at - 1]?.[0] ?? 0)))),
    counts: base64(rows.map(([, steps]) => steps.length)),
    speaksFor: base64(all.map(([answer]) => answer)),
    steps: base64(all.map(([, times]) => NO_WEIGHT + times)),
  }
}

function sevenBits(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...sevenBits(number >>> 7)]
}

const base64 = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64')
const inSteps = (weight: number, step: number) => Math.max(-STEPS_MAX, Math.min(STEPS_MAX, Math.round(weight / step)))
