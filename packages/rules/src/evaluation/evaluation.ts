/** A few questions about the toolkit, for who wants to answer. Only counts are kept, never who answered what together (E1). */
export const evaluationQuestions = {
  making: ['easy', 'so-so', 'hard'],
  helped: ['yes', 'a-little', 'no', 'not-yet-needed'],
  found: ['yes', 'not-always', 'no'],
} as const

export type EvaluationQuestion = keyof typeof evaluationQuestions

/** E2: fewer answers than this are not shown: they could point to somebody. */
export const SMALLEST_SHOWN = 5

export type Counted = { readonly question: string; readonly answer: string; readonly count: number }
export type Shown = { readonly question: string; readonly answer: string; readonly count: number | undefined }

/**
 * E2: when only one cell of a question is small, the next smallest is hidden as well: who knows how many people answered could otherwise
 * work it out.
 */
export function hideSmall(counted: readonly Counted[]): readonly Shown[] {
  return Object.entries(evaluationQuestions).flatMap(([question, answers]) => {
    const cells = answers.map((answer) => ({
      answer,
      count: counted.find((one) => one.question === question && one.answer === answer)?.count ?? 0,
    }))
    const hidden = new Set(cells.filter(({ count }) => count < SMALLEST_SHOWN).map(({ answer }) => answer))
    if (hidden.size === 1) {
      const [next] = cells.filter(({ answer }) => !hidden.has(answer)).sort((a, b) => a.count - b.count)
      if (next) hidden.add(next.answer)
    }
    return cells.map(({ answer, count }) => ({ question, answer, count: hidden.has(answer) ? undefined : count }))
  })
}
