/** POST /api/seeker/evaluation: answers of who wants to give them; GET /api/evaluation: counts, small ones hidden. */
import { evaluationQuestions } from '@houvast/rules/evaluation/evaluation'
import * as v from 'valibot'
import { sealedText } from './primitives.ts'

export const SendEvaluation = v.strictObject({
  answers: v.strictObject({
    making: v.optional(v.picklist(evaluationQuestions.making)),
    helped: v.optional(v.picklist(evaluationQuestions.helped)),
    found: v.optional(v.picklist(evaluationQuestions.found)),
  }),
  challenge: sealedText(200),
  solution: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type EvaluationAnswers = v.InferOutput<typeof SendEvaluation>['answers']
export const EvaluationTaken = v.strictObject({ taken: v.literal(true) })
