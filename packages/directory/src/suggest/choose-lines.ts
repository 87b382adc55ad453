/**
 * From what it seems to be about to three lines. Each subject names the lines that fit it, best first, by the age of who
 * writes; each line gets its share of how likely the subject is. The rules of `audience.ts` have the last word.
 */
import index from '../../generated/index.json' with { type: 'json' }
import { mayBeFirst, mayBeSuggested, type Writer } from './audience.ts'
import { type SubjectId, subjects } from './subjects.ts'

/** How someone wants to be helped; `any` when they did not say. */
export type Way = 'any' | 'chat' | 'phone' | 'mail'

export type Suggestion = { readonly line: string; readonly because: SubjectId }

export type Choice = {
  readonly suggestions: readonly Suggestion[]
  /** Would have fitted, but nobody knows whether it runs now. */
  readonly notKnownToRun: readonly string[]
}

/** Shares of the first, second and third line that a subject names. */
const SHARES = [1, 0.25, 0.1, 0.05]
/** A second suggestion that can be reached in a way in which the first cannot. */
const OTHER_WAY = 1.25
/** A line that has not the way someone asked for. */
const NOT_THAT_WAY = 0.15
/** Less likely subjects name no lines: nobody should read a line’s name and wonder what it thinks of them. */
const LIKELY_ENOUGH = 0.05
/** A thought of suicide that is missed costs more than one that is seen where there was none. */
const WEIGH_DOUBLE: ReadonlySet<string> = new Set(['suicide-thoughts', 'worried-about-suicide', 'self-harm'])
/** Who is sent there by mistake is hurt: such a line is named only when it is likelier than all else together. */
export const SENSITIVE: ReadonlySet<string> = new Set(['own-sexual-feelings'])
export const SURE_ENOUGH = 0.4
/** Lines for anything, to fill up with. */
const FOR_ANYTHING = 0.001

/** So many suggestions, when the rules leave that many. */
export const SUGGESTIONS = 3

export function chooseLines(
  likely: readonly (readonly [subject: SubjectId, share: number])[],
  writer: Writer,
  { way = 'any', runs = () => false }: { readonly way?: Way; readonly runs?: (line: string) => boolean } = {},
): Choice {
  const shares = new Map<string, { share: number; because: SubjectId; most: number }>()
  const worthy = likely.filter(([subject, share]) => share >= (SENSITIVE.has(subject) ? SURE_ENOUGH : LIKELY_ENOUGH))
  const anything = [['listening-ear', FOR_ANYTHING]] as const
  for (const [subject, share] of [...worthy, ...anything])
    linesFor(subject, writer).forEach((line, place) => {
      const part =
        share *
        (WEIGH_DOUBLE.has(subject) ? 2 : 1) *
        (SHARES[place] ?? 0) *
        (way === 'any' || waysOf(line).has(way) ? 1 : NOT_THAT_WAY)
      const so = shares.get(line)
      const isMost = !so || part > so.most
      shares.set(line, {
        share: (so?.share ?? 0) + part,
        because: isMost ? subject : so.because,
        most: isMost ? part : so.most,
      })
    })
  const fitting = [...shares].filter(([line]) => mayBeSuggested(line, writer)).sort((a, b) => b[1].share - a[1].share)
  const running = fitting.filter(([line]) => !onlyAtTimes.has(line) || runs(line))
  const first = running.find(([line]) => mayBeFirst(line, writer)) ?? running[0]
  const topLine = fitting[0]?.[0]
  return {
    suggestions: first
      ? [first, ...complements(first[0], running)].map(([line, { because }]) => ({ line, because }))
      : [],
    notKnownToRun: topLine && onlyAtTimes.has(topLine) && !runs(topLine) ? [topLine] : [],
  }
}

/** Lines that only run in some weeks of the year. */
const onlyAtTimes = new Set(['teleblok'])

type Entry = readonly [line: string, so: { readonly share: number; readonly because: SubjectId }]

function complements(first: string, running: readonly Entry[]): readonly Entry[] {
  const known = waysOf(first)
  const worth = ([line, { share }]: Entry) => share * ([...waysOf(line)].some((way) => !known.has(way)) ? OTHER_WAY : 1)
  return running
    .filter(([line]) => line !== first)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, SUGGESTIONS - 1)
}

function linesFor(subject: SubjectId, writer: Writer): readonly string[] {
  const { lines, sounds } = subjects[subject]
  if (writer.about === 'own-child' || writer.about === 'pupil') return lines.forChild
  return lines[writer.stage ?? (sounds === 'child' ? 'child' : 'adult')]
}

const ways = new Map(Object.entries(index.ways).map(([line, by]) => [line, new Set(by)]))

/** The ways in which a line can be reached. */
function waysOf(line: string): ReadonlySet<string> {
  return ways.get(line) ?? new Set()
}
