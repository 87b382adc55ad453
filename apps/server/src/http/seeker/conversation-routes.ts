/** A seeker's way in: a little work, a place in the queue, a ticket for the socket; and the way out. */
import { createHash } from 'node:crypto'
import { AskChallenge, AskTicket, EraseConversation, StartConversation } from '@houvast/protocol/seeker-requests'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { fromBase64Url } from '@houvast/sealed/bytes'
import { readStartHeader } from '@houvast/sealed/conversation-start'
import { readEnvelopeHeader } from '@houvast/sealed/envelope'
import { hashOf } from '@houvast/sealed/hash'
import { Hono } from 'hono'
import type { ProofOfWork } from '../../proof-of-work.ts'
import type { ConversationActions } from '../../talk/conversation-actions.ts'
import type { Tickets } from '../../tickets.ts'
import { readBody } from '../read-body.ts'
import { hashOfSecret } from './hash-of-secret.ts'
import { type LineRouteDeps, liveLine } from './line-routes.ts'

type Deps = LineRouteDeps & {
  readonly work: ProofOfWork
  readonly tickets: Tickets
  readonly actions: ConversationActions
}

export function conversationRoutes(deps: Deps) {
  const { lines, lineKeys, conversations, work, tickets, actions, queue, now } = deps
  const notFound = { reason: 'not-found' } as const

  return new Hono()
    .post('/challenge', async (c) => {
      const body = await readBody(c, AskChallenge)
      if (!body.ok) return body.response
      if (!(await lines.find(body.value.line))) return c.json(notFound, 404)
      return c.json(work.challenge(body.value.line))
    })

    .post('/conversations', async (c) => {
      const body = await readBody(c, StartConversation)
      if (!body.ok) return body.response
      const { line, conversation, secret, challenge, solution, start, wraps, intake } = body.value
      const settings = await lines.find(line)
      if (!settings) return c.json(notFound, 404)
      const known = await conversations.isSecret(line, conversation, hashOfSecret(secret))
      if (known) return c.json({ conversation }, 200)
      if (!work.isSolved(line, challenge, solution)) return c.json({ reason: 'work-not-done' }, 403)

      const opening = await readOpening({ line, conversation, start, intake })
      if (!opening) return c.json({ reason: 'malformed' }, 400)
      const { seeker, duty, commitHash, intakeId } = opening
      const live = await liveLine(deps, line, settings)
      if (live.state === 'closed') return c.json({ reason: 'line-closed', because: live.reason }, 409)
      if ((await lineKeys.duty(line, now()))?.kid !== duty) return c.json({ reason: 'duty-key-outdated' }, 409)
      if (![seeker, duty].every((kid) => wraps.some((wrap) => wrap.for === kid)))
        return c.json({ reason: 'malformed' }, 400)

      const opened = await conversations.open(
        {
          line,
          id: conversation,
          state: openConversation({ seeker, duty, commitHash }, now()),
          secretHash: hashOfSecret(secret),
          placeTicket: createHash('sha256').update(challenge).digest('base64url'),
          start: {
            id: commitHash,
            kid: seeker,
            body: start,
            wraps: wraps.filter((wrap) => wrap.for === seeker || wrap.for === duty),
          },
          intake: { id: intakeId, kid: seeker, body: intake },
        },
        now(),
      )
      if (opened === 'place-taken') return c.json({ reason: 'place-taken' }, 409)
      queue.changed(line)
      return c.json({ conversation }, 201)
    })

    .post('/ticket', async (c) => {
      const body = await readBody(c, AskTicket)
      if (!body.ok) return body.response
      const { line, conversation, secret } = body.value
      if (!(await conversations.isSecret(line, conversation, hashOfSecret(secret)))) return c.json(notFound, 404)
      return c.json({ ticket: tickets.issue({ role: 'seeker', line, conversation }) })
    })

    .post('/erase', async (c) => {
      const body = await readBody(c, EraseConversation)
      if (!body.ok) return body.response
      const { line, conversation, secret } = body.value
      if (!(await conversations.isSecret(line, conversation, hashOfSecret(secret)))) return c.json(notFound, 404)
      const erased = await actions.erase(line, conversation)
      return erased ? c.json(erased) : c.json(notFound, 404)
    })
}

/** What the server may know of a start and its intake; `undefined` when they do not belong together. */
async function readOpening(of: { line: string; conversation: string; start: string; intake: string }) {
  const start = readStartHeader(of.start)
  const intake = readEnvelopeHeader(of.intake)
  const bytes = fromBase64Url(of.start)
  if (!start.ok || !intake.ok || !bytes) return undefined
  const [seeker, duty] = start.value.members
  const { line, conversation, kid, n, epoch, type } = intake.value
  const belongs = [start.value, { line, conversation }].every(
    (x) => x.line === of.line && x.conversation === of.conversation,
  )
  if (!belongs || seeker?.role !== 'seeker' || duty?.role !== 'duty' || start.value.members.length !== 2)
    return undefined
  if (kid !== seeker.kid || n !== 1 || epoch !== 0 || type !== 'intake') return undefined
  return { seeker: seeker.kid, duty: duty.kid, commitHash: await hashOf(bytes), intakeId: intake.value.id }
}
