/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad steps (Duchi, Hazan, Singer, 2011) and a little
 * L2. The order is shuffled with a fixed seed: the same examples give the same weights.
 */
import type { Features } from '../src/suggest/reading.ts'

export type Example<Answer extends string> = {
  readonly features: Features
  readonly answer: Answer
  readonly weight?: number
}
export type Learned = {
  readonly names: readonly string[]
  /** `weights[feature * answers + answer]` */
  readonly weights: Float64Array
  readonly bias: Float64Array
}

export type LearnOptions = {
  readonly rounds: number
  /** How strongly weights are held back (L2). */
  readonly shrink: number
  /** What the same examples taught before, to go on from; of it, only weights whose number is in `keep` may be other than none. */
  readonly from?: { readonly learned: Learned; readonly keep: Uint8Array }
}

const STEP = 0.3
const FIRST_SQUARE = 1e-2
/** A slope smaller than this changes nothing that will be kept; most answers of most examples are so after a few rounds. */
const SLOPE_MIN = 1e-3

export function learn<Answer extends string>(
  examples: readonly Example<Answer>[],
  answers: readonly Answer[],
  { rounds, shrink, from }: LearnOptions,
): Learned {
  const numbers = new Map<string, number>()
  const rows = examples.map(({ features, answer, weight = 1 }) => ({
    features: Int32Array.from(features, ([name]) => numberOf(name)),
    amounts: Float64Array.from(features, ([, amount]) => amount),
    answer: answers.indexOf(answer),
    weight,
  }))
  function numberOf(name: string): number {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  }

  const count = answers.length
  const keep = from?.keep
  const weights = from
    ? from.learned.weights.map((weight, at) => (from.keep[at] ? weight : 0))
    : new Float64Array(numbers.size * count)
  const squares = new Float64Array(weights.length).fill(FIRST_SQUARE)
  const bias = from ? from.learned.bias.slice() : new Float64Array(count)
  const biasSquares = new Float64Array(count).fill(FIRST_SQUARE)
  const shares = new Float64Array(count)
  /** Of the answers that were given more or less than their due. */
  const slopes = new Float64Array(count)
  const off = new Int32Array(count)
  const random = seeded(1)
  for (let round = 0; round < rounds; round++)
    for (const { features, amounts, answer: right, weight } of shuffled(rows, random)) {
      sharesOf(features, amounts)
      let wrong = 0
      for (let answer = 0; answer < count; answer++) {
        const slope = ((shares[answer] as number) - (answer === right ? 1 : 0)) * weight
        if (Math.abs(slope) < SLOPE_MIN) continue
        step(bias, biasSquares, answer, slope)
        slopes[wrong] = slope
        off[wrong++] = answer
      }
      // Feature by feature: the weights of one lie beside each other in memory.
      for (let i = 0; i < features.length; i++) {
        const first = (features[i] as number) * count
        const amount = amounts[i] as number
        for (let one = 0; one < wrong; one++) {
          const at = first + (off[one] as number)
          if (keep && !keep[at]) continue
          step(weights, squares, at, (slopes[one] as number) * amount + shrink * (weights[at] as number))
        }
      }
    }

  function sharesOf(features: Int32Array, amounts: Float64Array): void {
    shares.set(bias)
    for (let i = 0; i < features.length; i++) {
      const first = (features[i] as number) * count
      const amount = amounts[i] as number
      for (let answer = 0; answer < count; answer++)
        shares[answer] = (shares[answer] as number) + (weights[first + answer] as number) * amount
    }
    let most = Number.NEGATIVE_INFINITY
    for (let answer = 0; answer < count; answer++) most = Math.max(most, shares[answer] as number)
    let all = 0
    for (let answer = 0; answer < count; answer++) {
      shares[answer] = Math.exp((shares[answer] as number) - most)
      all += shares[answer] as number
    }
    for (let answer = 0; answer < count; answer++) shares[answer] = (shares[answer] as number) / all
  }

  return { names: [...numbers.keys()], weights, bias }
}

function step(values: Float64Array, squares: Float64Array, at: number, slope: number): void {
  squares[at] = (squares[at] as number) + slope * slope
  values[at] = (values[at] as number) - (STEP * slope) / Math.sqrt(squares[at] as number)
}

/** Park and Miller’s minimal standard generator. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as Item, order[last] as Item]
  }
  return order
}
