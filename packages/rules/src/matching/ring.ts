/** One professional after the other is rung, at most three; then it is the person's own choice again (G6). */
import type { Instant } from '../time.ts'
import { type Match, match, type Wishes, withoutWish } from './match.ts'
import type { Candidate } from './professional.ts'

export const RING_MS = 25_000
/** An «yes» in the last second may be on its way. */
export const RING_GRACE_MS = 1_500
export const RINGS_MAX = 3
/** For one person: how often the same professional is rung, and how often anybody. */
export const RINGS_OF_ONE_MAX = 3
export const RINGS_IN_ALL_MAX = 15

export type RingStep =
  | ({ readonly do: 'ring' } & Match)
  | { readonly do: 'choose'; readonly why: 'three-rings' | 'nobody' | 'nobody-with-wish'; readonly canLetGo: boolean }

export function nextRing(search: {
  readonly wishes: Wishes
  /** The one whom the person chose; only they are rung. */
  readonly only?: string | undefined
  readonly candidates: readonly Candidate[]
  /** Who was rung for this person before, each as often as it was; and how many times one was since they last chose. */
  readonly asked: readonly string[]
  readonly ringsSoFar: number
  readonly now: Instant
}): RingStep {
  const { wishes, only, candidates, asked, ringsSoFar, now } = search
  if (ringsSoFar >= RINGS_MAX || asked.length >= RINGS_IN_ALL_MAX)
    return { do: 'choose', why: 'three-rings', canLetGo: false }
  const among = only === undefined ? candidates : candidates.filter(({ kid }) => kid === only)
  const askedBefore = new Set(only === undefined ? asked : tooOften(asked))
  const found = match(only === undefined ? wishes : asTheyAre(wishes, among[0]), among, {
    now,
    askedBefore,
  })
  if (found.chosen) return { do: 'ring', ...found, reasons: only === undefined ? found.reasons : chosenReasons(found) }
  const canLetGo = only === undefined && withoutWish(wishes, candidates, { now, askedBefore }).gender
  return { do: 'choose', why: canLetGo ? 'nobody-with-wish' : 'nobody', canLetGo }
}

const tooOften = (asked: readonly string[]) =>
  asked.filter((kid) => asked.filter((one) => one === kid).length >= RINGS_OF_ONE_MAX)

/** Whom the person chose is asked whatever was wished before; only their recognition counts still. */
function asTheyAre(wishes: Wishes, chosen: Candidate | undefined): Wishes {
  const language = chosen?.profile.languages[0] ?? wishes.language
  return { theme: wishes.theme, language }
}

/** Who was chosen by the person is not there because of what they did less of. */
const chosenReasons = ({ reasons }: Match) => ['chosen' as const, ...reasons.filter((reason) => !fairness.has(reason))]
const fairness: ReadonlySet<string> = new Set(['least-minutes', 'longest-free', 'only-one'])
