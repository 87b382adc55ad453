/** Two who edit one plan: sealed changes come in and go out. */
import { CloseLive, ExchangeLive, OpenLive } from '@houvast/protocol/live-requests'
import { LIVE_UPDATE_MAX } from '@houvast/rules/live-plan/live-plan'
import { type Instant, SECOND_MS } from '@houvast/rules/time'
import type { LivePlans } from '@houvast/server-store/live-plans/live-plans'
import { Hono } from 'hono'
import type { LiveRooms } from '../../live-rooms.ts'
import type { ProofOfWork } from '../../proof-of-work.ts'
import { readBody } from '../read-body.ts'
import { WORK_FOR_DEPOSITS } from './deposit-routes.ts'

const WAIT_MS = 20 * SECOND_MS
const BODY_MAX = Math.ceil((LIVE_UPDATE_MAX * 4) / 3) + 4_096

type Deps = {
  readonly plans: LivePlans
  readonly rooms: LiveRooms
  readonly work: ProofOfWork
  readonly now: () => Instant
}

export function liveRoutes({ plans, rooms, work, now }: Deps) {
  const gone = { reason: 'not-found' } as const
  return new Hono()
    .post('/open', async (c) => {
      const body = await readBody(c, OpenLive)
      if (!body.ok) return body.response
      const { challenge, solution, ...room } = body.value
      if (!work.isSolved(WORK_FOR_DEPOSITS, challenge, solution)) return c.json({ reason: 'work-not-done' }, 403)
      await plans.open(room, now())
      return c.json({ opened: true }, 201)
    })

    .post('/exchange', async (c) => {
      const body = await readBody(c, ExchangeLive, BODY_MAX)
      if (!body.ok) return body.response
      const { device, here, waits, ...asked } = body.value
      let exchanged = await plans.exchange(asked, now())
      if (exchanged === 'gone') return c.json(gone, 404)
      if (exchanged === 'full') return c.json({ reason: 'full' }, 409)
      if (asked.updates.length > 0) rooms.changed(asked.place)
      if (here) rooms.isHere(asked.place, device, here)
      if (waits && asked.updates.length === 0 && exchanged.updates.length === 0) {
        await rooms.news(asked.place, WAIT_MS, c.req.raw.signal)
        exchanged = await plans.exchange(asked, now())
        if (typeof exchanged === 'string') return c.json(gone, 404)
      }
      return c.json({ ...exchanged, here: rooms.othersIn(asked.place, device) })
    })

    .post('/close', async (c) => {
      const body = await readBody(c, CloseLive)
      if (!body.ok) return body.response
      if (!(await plans.close(body.value))) return c.json(gone, 404)
      rooms.changed(body.value.place)
      return c.json({ closed: true })
    })
}
