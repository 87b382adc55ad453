/** Around a talk with a professional: relays for its party, whom one may choose, and two answers afterwards. */
import { AskTicket } from '@houvast/protocol/seeker-requests'
import { AskChoices, Feedback } from '@houvast/protocol/talk-requests'
import { proposals } from '@houvast/rules/matching/match'
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { TalkFigures } from '@houvast/server-store/professionals/talk-figures'
import { type Context, Hono } from 'hono'
import { dutyKey, type Presence } from '../../presence.ts'
import type { ProofOfWork } from '../../proof-of-work.ts'
import type { Relays } from '../../relays.ts'
import { readBody } from '../read-body.ts'
import { hashOfSecret } from './hash-of-secret.ts'

type Deps = {
  readonly lines: Lines
  readonly conversations: Conversations
  readonly professionals: Professionals
  readonly figures: TalkFigures
  readonly presence: Presence
  readonly relays: Relays
  readonly work: ProofOfWork
  readonly now: () => Instant
}

/** G5 */
const CHOICES = 3
const notFound = { reason: 'not-found' } as const

export function talkRoutes({ lines, conversations, professionals, figures, presence, relays, work, now }: Deps) {
  const isRung = async (line: string) => (await lines.find(line))?.rings === true
  return new Hono()
    .post('/relays', async (c) => {
      const body = await readBody(c, AskTicket)
      if (!body.ok) return body.response
      const { line, conversation, secret } = body.value
      const isTheirs = await conversations.isSecret(line, conversation, hashOfSecret(secret))
      const kept = isTheirs && (await isRung(line)) ? await conversations.find(line, conversation) : undefined
      if (!kept || kept.state.phase === 'ended') return c.json(notFound, 404)
      return c.json({ relays: relays.accessFrom(hostOf(c)) })
    })

    .post('/choices', async (c) => {
      const body = await readBody(c, AskChoices)
      if (!body.ok) return body.response
      const { line, wishes } = body.value
      if (!(await isRung(line))) return c.json(notFound, 404)
      const free = await professionals.free(line, presence.under(dutyKey(line, '')), now())
      const freeKids = new Set(free.map(({ kid }) => kid))
      const all = await professionals.all(line)
      const notToday = { minutes: 0, lastTalkAt: 0 }
      const bookable = all
        .filter(({ kid, profile }) => !freeKids.has(kid) && profile.weekly.length > 0)
        .map((one) => ({ ...one, load: notToday }))
      const nameOf = new Map(all.map(({ kid, name }) => [kid, name]))
      const choices = [...proposals(wishes, free, now()), ...proposals(wishes, bookable, now())].slice(0, CHOICES)
      return c.json({
        choices: choices.map(({ chosen: { kid, profile }, reasons }) => ({
          ...{ kid, profile, reasons },
          name: nameOf.get(kid) ?? '',
          isFree: freeKids.has(kid),
        })),
      })
    })

    .post('/feedback', async (c) => {
      const body = await readBody(c, Feedback)
      if (!body.ok) return body.response
      const { line, helped, easy, challenge, solution } = body.value
      if (!(await isRung(line))) return c.json(notFound, 404)
      if (!work.isSolved(line, challenge, solution)) return c.json({ reason: 'work-not-done' }, 403)
      await figures.count(line, 'helped', helped, now())
      await figures.count(line, 'easy', easy, now())
      return c.json({})
    })
}

/** Where this device found us, without the port: the relay in this program is found there too. */
export function hostOf(c: Context): string {
  const { hostname } = new URL(c.req.url)
  return hostname
}
