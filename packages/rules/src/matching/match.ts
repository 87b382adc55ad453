/**
 * Who is asked first. Filters are never let go of in silence (G2); among who is left the best tier counts (G3), and in
 * it who did least this week, then who has been free the longest (G4). One pass, so that a hundred thousand
 * professionals cost a few milliseconds.
 */
import type { Instant } from '../time.ts'
import type { Candidate, Gender, Load, TalkLanguage, Theme } from './professional.ts'

export type Wishes = {
  readonly language: TalkLanguage
  readonly theme: Theme
  readonly gender?: 'man' | 'woman' | undefined
  /** Somebody else is not welcome, rather than less so. */
  readonly isGenderMust?: boolean | undefined
}

export type ExcludedBy = 'not-recognised' | 'asked-before' | 'language' | 'gender'

/** What may be said to both sides, and no more: «waarom deze persoon?». */
export type MatchReason = 'language' | 'theme' | 'gender' | 'least-minutes' | 'longest-free' | 'only-one' | 'chosen'

export type Match = {
  readonly chosen: Candidate
  readonly reasons: readonly MatchReason[]
  readonly decision: MatchDecision
}

/** Enough to do the choice again, and nothing that says who chose or who was chosen (G7). */
export type MatchDecision = {
  readonly rule: 1
  readonly excluded: Readonly<Partial<Record<ExcludedBy, number>>>
  readonly tier: number
  /** How many stood in the best tier, and of the first of them what decided. */
  readonly inTier: number
  readonly finalists: readonly Finalist[]
  readonly chosenIndex: number
}

/**
 * Places among the finalists, 0 for the fewest minutes and for who has been free the longest; the same place when they
 * are alike. Minutes themselves would lead to a professional's week, and with it to the hour of a talk.
 */
export type Finalist = { readonly minutes: number; readonly free: number }

export const FINALISTS_KEPT = 8

export function match(
  wishes: Wishes,
  candidates: Iterable<Candidate>,
  { now, askedBefore }: { readonly now: Instant; readonly askedBefore: ReadonlySet<string> },
): Match | { readonly chosen: undefined; readonly excluded: MatchDecision['excluded'] } {
  const excluded: Partial<Record<ExcludedBy, number>> = {}
  let leaders: Candidate[] = []
  let inTier = 0
  let bestTier = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const by = whyExcluded(wishes, candidate, now, askedBefore)
    if (by) {
      excluded[by] = (excluded[by] ?? 0) + 1
      continue
    }
    const tier = tierOf(wishes, candidate)
    if (tier > bestTier) continue
    if (tier < bestTier) {
      leaders = []
      inTier = 0
      bestTier = tier
    }
    inTier++
    putAmong(leaders, candidate)
  }
  const [chosen, ...finalists] = leaders
  if (!chosen) return { chosen: undefined, excluded }
  const decision = { rule: 1, excluded, tier: bestTier, inTier, finalists: placesOf(leaders), chosenIndex: 0 } as const
  return { chosen, reasons: reasonsFor(wishes, chosen, finalists[0]), decision }
}

/** G5: up to three to choose from oneself: the same order, one after the other. */
export function proposals(wishes: Wishes, candidates: readonly Candidate[], now: Instant, count = 3) {
  const askedBefore = new Set<string>()
  const found: { readonly chosen: Candidate; readonly reasons: readonly MatchReason[] }[] = []
  while (found.length < count) {
    const next = match(wishes, candidates, { now, askedBefore })
    if (!next.chosen) break
    askedBefore.add(next.chosen.kid)
    found.push({ chosen: next.chosen, reasons: next.reasons })
  }
  return found
}

/** G2: how many would be there if one wish were let go of, to be said, never done. */
export function withoutWish(
  wishes: Wishes,
  candidates: readonly Candidate[],
  { now, askedBefore }: { readonly now: Instant; readonly askedBefore: ReadonlySet<string> },
) {
  const isThere = (changed: Wishes) =>
    candidates.some((candidate) => !whyExcluded(changed, candidate, now, askedBefore))
  return { gender: wishes.isGenderMust === true && isThere({ ...wishes, isGenderMust: false }) }
}

/** G7: the logged choice, done again. */
export function recompute({ finalists }: MatchDecision): number {
  let first = 0
  for (const [index, one] of finalists.entries()) {
    const leader = finalists[first]
    if (leader && isBefore(one.minutes, one.free, leader.minutes, leader.free)) first = index
  }
  return first
}

function placesOf(leaders: readonly Candidate[]): readonly Finalist[] {
  const placeIn = (values: readonly number[]) => {
    const inOrder = [...new Set(values)].toSorted((a, b) => a - b)
    return values.map((value) => inOrder.indexOf(value))
  }
  const minutes = placeIn(leaders.map(({ load }) => load.minutes))
  const free = placeIn(leaders.map(({ load }) => load.lastTalkAt))
  return leaders.map((_, at) => ({ minutes: minutes[at] ?? 0, free: free[at] ?? 0 }))
}

/** G1. Nobody is shown somebody whose recognition does not count today. */
function whyExcluded(
  { language, gender, isGenderMust }: Wishes,
  { kid, profile, recognition }: Candidate,
  now: Instant,
  askedBefore: ReadonlySet<string>,
): ExcludedBy | undefined {
  if (!recognition || recognition.validUntil <= now) return 'not-recognised'
  if (!profile.languages.includes(language)) return 'language'
  if (isGenderMust && gender && profile.gender !== gender) return 'gender'
  if (askedBefore.has(kid)) return 'asked-before'
  return undefined
}

/** G3: 0 is best. The theme weighs more than a wish that is not a must. */
function tierOf({ theme, gender }: Wishes, { profile }: Candidate): number {
  return (knows(theme, profile.themes) ? 0 : 2) + (isMissed(gender, profile.gender) ? 1 : 0)
}

const knows = (theme: Theme, themes: readonly Theme[]) => theme === 'something-else' || themes.includes(theme)
const isMissed = (wish: Gender | undefined, is: Gender) => wish !== undefined && wish !== is

/** Keeps the freest few, in order. */
function putAmong(leaders: Candidate[], candidate: Candidate) {
  const last = leaders[FINALISTS_KEPT - 1]
  if (last && !isFreer(candidate, last)) return
  const at = leaders.findIndex((one) => isFreer(candidate, one))
  leaders.splice(at < 0 ? leaders.length : at, 0, candidate)
  if (leaders.length > FINALISTS_KEPT) leaders.pop()
}

/** G4. Equal in everything: the order of their key names, so that it is the same each time. */
function isFreer(one: Candidate, other: Candidate): boolean {
  if (isSame(one.load, other.load)) return one.kid < other.kid
  return isBefore(one.load.minutes, one.load.lastTalkAt, other.load.minutes, other.load.lastTalkAt)
}

const isSame = (one: Load, other: Load) => one.minutes === other.minutes && one.lastTalkAt === other.lastTalkAt
const isBefore = (minutes: number, last: number, otherMinutes: number, otherLast: number) =>
  minutes === otherMinutes ? last < otherLast : minutes < otherMinutes

function reasonsFor(
  { theme, gender }: Wishes,
  { profile, load }: Candidate,
  second: Candidate | undefined,
): readonly MatchReason[] {
  const isKnown = theme !== 'something-else' && profile.themes.includes(theme)
  const fair = !second ? 'only-one' : load.minutes < second.load.minutes ? 'least-minutes' : 'longest-free'
  return [
    'language',
    ...(isKnown ? (['theme'] as const) : []),
    ...(gender && profile.gender === gender ? (['gender'] as const) : []),
    fair,
  ]
}
