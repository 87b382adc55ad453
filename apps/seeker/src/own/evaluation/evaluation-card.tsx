/** A few questions, for who wants to answer, when the plan is two weeks old. Said once; «no» is for good. */
import { askJson } from '@houvast/connection/ask-json'
import { solveWork } from '@houvast/connection/solve-work'
import { DepositChallenge } from '@houvast/protocol/deposit-requests'
import { type EvaluationAnswers, EvaluationTaken } from '@houvast/protocol/evaluation-requests'
import { type EvaluationQuestion, evaluationQuestions } from '@houvast/rules/evaluation/evaluation'
import { DAY_MS } from '@houvast/rules/time'
import { useSignal } from '@preact/signals'
import { createChoice } from '../collection.ts'
import { type OwnKey, o } from '../messages.ts'
import { hasPlan, review } from '../plan/plan-model.ts'

const AFTER_MS = 14 * DAY_MS

const evaluation = createChoice<{ readonly isDone: boolean }>('evaluation', { isDone: false })

export const asksEvaluation = (now = Date.now()) =>
  !evaluation.value.isDone && hasPlan() && review.value.lookedAt > 0 && now - review.value.lookedAt > AFTER_MS

export function EvaluationCard() {
  const answers = useSignal<EvaluationAnswers>({})
  const said = useSignal('')

  async function send(event: Event) {
    event.preventDefault()
    const work = await askJson('/api/seeker/deposits/challenge', DepositChallenge, {})
    if (!work.ok) {
      said.value = o('copy.unreachable')
      return
    }
    const { challenge, bits } = work.value
    const solution = await solveWork(challenge, bits)
    const taken = await askJson('/api/seeker/evaluation', EvaluationTaken, {
      answers: answers.value,
      challenge,
      solution,
    })
    if (taken.ok) evaluation.set({ isDone: true })
    else said.value = o('copy.unreachable')
  }

  return (
    <section class="card reading" aria-labelledby="vragen">
      <h2 id="vragen">{o('evaluation.title')}</h2>
      <p>{o('evaluation.what')}</p>
      <form class="reading" onSubmit={(event) => void send(event)}>
        {(Object.keys(evaluationQuestions) as EvaluationQuestion[]).map((question) => (
          <fieldset key={question} class="choices">
            <legend>{o(`evaluation.${question}`)}</legend>
            {evaluationQuestions[question].map((answer) => (
              <label key={answer} class="choice">
                <input
                  type="radio"
                  name={`vraag-${question}`}
                  onChange={() => {
                    answers.value = { ...answers.value, [question]: answer }
                  }}
                />
                {o(`evaluation.${question}.${answer}` as OwnKey)}
              </label>
            ))}
          </fieldset>
        ))}
        <p class="actions">
          <button type="submit" class="button">
            {o('evaluation.send')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => evaluation.set({ isDone: true })}>
            {o('evaluation.no')}
          </button>
        </p>
        <p role="status">{said.value}</p>
      </form>
    </section>
  )
}
