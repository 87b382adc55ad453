/** Sealed things of people without an account: put, get, erase. */
import { EraseDeposit, GetDeposit, PutDeposit } from '@houvast/protocol/deposit-requests'
import { DEPOSIT_MAX } from '@houvast/rules/deposit/deposit'
import type { Instant } from '@houvast/rules/time'
import type { Deposits } from '@houvast/server-store/deposits/deposits'
import { Hono } from 'hono'
import type { ProofOfWork } from '../../proof-of-work.ts'
import { readBody } from '../read-body.ts'

/** For whom the little work is done: no line is called so. */
export const WORK_FOR_DEPOSITS = '/deposits'
/** Base64url is a third longer, and the rest of the request is small. */
const BODY_MAX = Math.ceil((DEPOSIT_MAX * 4) / 3) + 2_048

type Deps = { readonly deposits: Deposits; readonly work: ProofOfWork; readonly now: () => Instant }

export function depositRoutes({ deposits, work, now }: Deps) {
  const notFound = { reason: 'not-found' } as const
  return new Hono()
    .post('/challenge', (c) => c.json(work.challenge(WORK_FOR_DEPOSITS)))

    .post('/put', async (c) => {
      const body = await readBody(c, PutDeposit, BODY_MAX)
      if (!body.ok) return body.response
      const { challenge, solution, ...deposit } = body.value
      const isWorkDone =
        challenge !== undefined && solution !== undefined && work.isSolved(WORK_FOR_DEPOSITS, challenge, solution)
      if (!isWorkDone && !(await deposits.isTaken(deposit.place, now())))
        return c.json({ reason: 'work-not-done' }, 403)
      const put = await deposits.put(deposit, now())
      return put ? c.json(put) : c.json(notFound, 404)
    })

    .post('/get', async (c) => {
      const body = await readBody(c, GetDeposit)
      if (!body.ok) return body.response
      const found = await deposits.get(body.value, now())
      return found ? c.json(found) : c.json(notFound, 404)
    })

    .post('/erase', async (c) => {
      const body = await readBody(c, EraseDeposit)
      if (!body.ok) return body.response
      return (await deposits.erase(body.value)) ? c.json({ erased: true }) : c.json(notFound, 404)
    })
}
