/** The evaluation of the toolkit: answers come in as counts, and go out as counts with the small ones hidden. */
import { SendEvaluation } from '@houvast/protocol/evaluation-requests'
import { hideSmall } from '@houvast/rules/evaluation/evaluation'
import type { Instant } from '@houvast/rules/time'
import type { Evaluation } from '@houvast/server-store/evaluation/evaluation'
import { Hono } from 'hono'
import type { ProofOfWork } from '../../proof-of-work.ts'
import { readBody } from '../read-body.ts'
import { WORK_FOR_DEPOSITS } from './deposit-routes.ts'

type Deps = { readonly evaluation: Evaluation; readonly work: ProofOfWork; readonly now: () => Instant }

export function sendEvaluation({ evaluation, work, now }: Deps) {
  return new Hono().post('/', async (c) => {
    const body = await readBody(c, SendEvaluation)
    if (!body.ok) return body.response
    const { answers, challenge, solution } = body.value
    if (!work.isSolved(WORK_FOR_DEPOSITS, challenge, solution)) return c.json({ reason: 'work-not-done' }, 403)
    const given = Object.entries(answers).flatMap(([question, answer]) => (answer ? [{ question, answer }] : []))
    await evaluation.count(given, now())
    return c.json({ taken: true }, 201)
  })
}

export function showEvaluation({ evaluation }: Pick<Deps, 'evaluation'>) {
  return new Hono().get('/', async (c) => c.json({ counts: hideSmall(await evaluation.totals()) }))
}
