/** What anyone may know of the lines that run here. */
import { LineId } from '@houvast/protocol/primitives'
import type { LiveLine } from '@houvast/protocol/seeker-requests'
import { openAt } from '@houvast/rules/opening-hours/open-at'
import { lineState } from '@houvast/rules/queue/line-state'
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { LineKeys } from '@houvast/server-store/lines/line-keys'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { LineSettings } from '@houvast/server-store/schema'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Presence } from '../../presence.ts'
import type { LineQueue } from '../../talk/line-queue.ts'

export type LineRouteDeps = {
  readonly lines: Lines
  readonly lineKeys: LineKeys
  readonly conversations: Conversations
  readonly presence: Presence
  readonly queue: LineQueue
  readonly now: () => Instant
}

export function lineRoutes(deps: LineRouteDeps) {
  const { lines, lineKeys } = deps
  return new Hono()
    .get('/', async (c) => {
      const all = await lines.all()
      return c.json({ lines: await Promise.all(all.map(({ id, settings }) => liveLine(deps, id, settings))) })
    })
    .get('/:line/keys', async (c) => {
      const line = c.req.param('line')
      if (!v.is(LineId, line) || !(await lines.find(line))) return c.json({ reason: 'not-found' }, 404)
      const duty = await lineKeys.duty(line, deps.now())
      return c.json({ keyBook: await lineKeys.keyBook(line), ...(duty ? { duty: duty.record } : {}) })
    })
}

/** Q3: open is said only when it is within hours, there is a key, and somebody is there. */
export async function liveLine(deps: LineRouteDeps, id: string, settings: LineSettings): Promise<LiveLine> {
  const now = deps.now()
  const hours = openAt({ hours: settings.hours, standing: 'kept-by-the-line' }, now)
  const onDuty = deps.presence.under(`duty/${id}/`)
  const talks = await Promise.all(onDuty.map((kid) => deps.conversations.ofHelper(id, kid)))
  const state = lineState({
    isWithinHours: hours.state === 'open',
    helpersOnDuty: onDuty.length,
    freeHelpers: talks.filter((own) => own.length < settings.talksMax).length,
    hasDutyKey: (await deps.lineKeys.duty(id, now)) !== undefined,
  })
  const { waiting, minutes } = await deps.queue.outlook(id)
  const opensAt = hours.state === 'closed' ? hours.opensAt : undefined
  return {
    id,
    name: settings.name,
    ...(settings.rings ? { rings: true as const } : {}),
    ...state,
    waiting,
    ...(minutes === undefined ? {} : { estimateMinutes: minutes }),
    ...(opensAt === undefined ? {} : { opensAt: new Date(opensAt).toISOString() }),
  }
}
