/**
 * Guided exercises: a row of moments, each with a sentence and how long it stands. The breathing ones go round; the others end.
 * They are said by the page itself, one sentence at a time, so that a screen reader and a still screen tell as much as a moving one.
 */
export type Moment = {
  /** Key of the sentence, after `exercise.ID.`. */
  readonly say: string
  readonly seconds: number
  /** What the circle does meanwhile. */
  readonly breath?: 'in' | 'hold' | 'out'
}

export type Exercise = { readonly id: ExerciseId; readonly rounds: number; readonly moments: readonly Moment[] }

export const exerciseIds = [
  'breath-calm',
  'breath-box',
  'breath-long',
  'grounding',
  'muscles',
  'safe-place',
  'urge',
  'body-scan',
] as const
export type ExerciseId = (typeof exerciseIds)[number]

const breath = (inS: number, holdS: number, outS: number, restS = 0): readonly Moment[] => [
  { say: 'in', seconds: inS, breath: 'in' },
  ...(holdS > 0 ? [{ say: 'hold', seconds: holdS, breath: 'hold' } as const] : []),
  { say: 'out', seconds: outS, breath: 'out' },
  ...(restS > 0 ? [{ say: 'rest', seconds: restS, breath: 'hold' } as const] : []),
]

const row = (count: number, seconds: number): readonly Moment[] =>
  Array.from({ length: count }, (_, at) => ({ say: String(at + 1), seconds }))

export const exercises: readonly Exercise[] = [
  { id: 'breath-calm', rounds: 12, moments: breath(4, 0, 6) },
  { id: 'breath-box', rounds: 8, moments: breath(4, 4, 4, 4) },
  { id: 'breath-long', rounds: 8, moments: breath(4, 2, 8) },
  { id: 'grounding', rounds: 1, moments: row(6, 25) },
  { id: 'muscles', rounds: 1, moments: row(8, 18) },
  { id: 'safe-place', rounds: 1, moments: row(7, 25) },
  { id: 'urge', rounds: 1, moments: row(7, 25) },
  { id: 'body-scan', rounds: 1, moments: row(8, 22) },
]

/** Where one is after so many seconds; `undefined` when it is over. */
export function momentAt(
  { moments, rounds }: Exercise,
  seconds: number,
): { readonly moment: Moment; readonly index: number; readonly round: number; readonly since: number } | undefined {
  const length = moments.reduce((sum, moment) => sum + moment.seconds, 0)
  const round = Math.floor(seconds / length)
  if (round >= rounds) return undefined
  let since = seconds - round * length
  for (const [index, moment] of moments.entries()) {
    if (since < moment.seconds) return { moment, index, round, since }
    since -= moment.seconds
  }
  return undefined
}
