/**
 * What comes after a talk, for who looked for help: whether it goes on, when, and paying. Everything is asked by POST with
 * the secret in the body; «not yours» and «not there» answer the same.
 */
import { createHash } from 'node:crypto'
import { appointmentFile } from '@houvast/calendar/appointment-file'
import {
  AskSlots,
  BookFirst,
  CreateFollowUp,
  MyFollowUp,
  PayFollowUp,
  PickMoment,
  SeekerWish,
} from '@houvast/protocol/follow-up-requests'
import { dispute } from '@houvast/rules/follow-up/cancel'
import { seenBy } from '@houvast/rules/follow-up/wishes'
import type { Instant } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { FollowUps, KeptFollowUp } from '@houvast/server-store/follow-ups/follow-ups'
import type { TalkWishesStore } from '@houvast/server-store/follow-ups/talk-wishes'
import { type Context, Hono } from 'hono'
import type * as v from 'valibot'
import type { Appointments } from '../../follow-up/appointments.ts'
import type { Paying } from '../../follow-up/paying.ts'
import type { ProofOfWork } from '../../proof-of-work.ts'
import type { Tickets } from '../../tickets.ts'
import { readBody } from '../read-body.ts'
import { hashOfSecret } from './hash-of-secret.ts'

/** For whom the little work is done: no line is called so. */
const WORK_FOR_FIRST_TALKS = '/follow-ups'

export type SeekerFollowUpDeps = {
  readonly conversations: Conversations
  readonly followUps: FollowUps
  readonly wishes: TalkWishesStore
  readonly appointments: Appointments
  readonly paying: Paying
  readonly tickets: Tickets
  readonly work: ProofOfWork
  readonly now: () => Instant
}

export function seekerFollowUpRoutes(deps: SeekerFollowUpDeps) {
  const { conversations, followUps, wishes, appointments, paying, tickets, work, now } = deps
  const notFound = { reason: 'not-found' } as const

  /** Who has the secret, and what it opens. */
  async function mine<Schema extends v.GenericSchema<unknown, { line: string; id: string; secret: string }>>(
    c: Context,
    schema: Schema,
  ) {
    const body = await readBody(c, schema)
    if (!body.ok) return { ok: false, response: body.response } as const
    const { line, id, secret } = body.value
    const asker = { secretHash: hashOfSecret(secret) }
    const kept = await appointments.find(line, id, asker)
    if (!kept) return { ok: false, response: c.json(notFound, 404) } as const
    return { ok: true, asked: body.value, line, kept, asker } as const
  }
  const shown = async (c: Context, line: string, kept: KeptFollowUp) => c.json(await appointments.show(line, kept))

  return new Hono()
    .post('/wish', async (c) => {
      const body = await readBody(c, SeekerWish)
      if (!body.ok) return body.response
      const { line, conversation, secret, wish } = body.value
      if (!(await conversations.isSecret(line, conversation, hashOfSecret(secret)))) return c.json(notFound, 404)
      const said = wish && (await wishes.say(line, conversation, { side: 'seeker', wish }, now()))
      if (said && !said.ok && said.why.reason === 'too-late') return c.json(said.why, 409)
      const found = await wishes.of(line, conversation)
      if (!found) return c.json(notFound, 404)
      const seen = seenBy(found.wishes, 'seeker', now())
      if (seen.state !== 'agreed') return c.json(seen)
      return c.json({ ...seen, ticket: tickets.issue({ role: 'follow-up', line, conversation }) })
    })

    .post('/create', async (c) => {
      const body = await readBody(c, CreateFollowUp)
      if (!body.ok) return body.response
      const { line, ticket, id, secret } = body.value
      const secretHash = hashOfSecret(secret)
      // A retry after a lost answer: the ticket is used, and what it was for is there.
      if (await followUps.find(line, id, { secretHash })) return c.json({ line, id })
      const pass = tickets.redeem(ticket, 'follow-up')
      if (pass?.line !== line) return c.json({ reason: 'ticket-refused' }, 403)
      const begun = await followUps.begin(line, pass.conversation, { id, secretHash }, now())
      return begun === 'refused' ? c.json({ reason: 'not-agreed' }, 409) : c.json({ line, id }, 201)
    })

    .post('/slots', async (c) => {
      const body = await readBody(c, AskSlots)
      if (!body.ok) return body.response
      const free = await appointments.firstMoments(body.value.line, body.value.professional)
      if (!free) return c.json(notFound, 404)
      return c.json({ free: free.map(({ from }) => from), ...work.challenge(WORK_FOR_FIRST_TALKS) })
    })

    .post('/first', async (c) => {
      const body = await readBody(c, BookFirst)
      if (!body.ok) return body.response
      const { line, id, secret, professional, from, challenge, solution } = body.value
      if (!work.isSolved(WORK_FOR_FIRST_TALKS, challenge, solution)) return c.json({ reason: 'work-not-done' }, 403)
      const one = { id, secretHash: hashOfSecret(secret), kid: professional, work: hashOfWork(challenge) }
      const booked = await appointments.bookFirst(line, one, from)
      if (!booked) return c.json(notFound, 404)
      return booked.ok ? c.json({ line, id }, 201) : c.json(booked.why, 409)
    })

    .post('/look', async (c) => {
      const me = await mine(c, MyFollowUp)
      if (!me.ok) return me.response
      return shown(c, me.line, await paying.refresh(me.line, me.kept))
    })

    .post('/pick', async (c) => {
      const me = await mine(c, PickMoment)
      if (!me.ok) return me.response
      const picked = await appointments.pick(me.line, me.kept, me.asker, me.asked.from)
      if (!picked) return c.json(notFound, 404)
      return picked.ok ? shown(c, me.line, picked.value) : c.json(picked.why, 409)
    })

    .post('/cancel', async (c) => {
      const me = await mine(c, MyFollowUp)
      if (!me.ok) return me.response
      const cancelled = await appointments.cancel(me.line, me.kept.id, me.asker, 'seeker')
      if (!cancelled) return c.json(notFound, 404)
      return cancelled.ok ? shown(c, me.line, cancelled.value) : c.json(cancelled.why, 409)
    })

    .post('/dispute', async (c) => {
      const me = await mine(c, MyFollowUp)
      if (!me.ok) return me.response
      const disputed = await followUps.change(me.line, me.kept.id, me.asker, dispute, now())
      if (!disputed) return c.json(notFound, 404)
      return disputed.ok ? shown(c, me.line, disputed.value) : c.json(disputed.why, 409)
    })

    .post('/pay', async (c) => {
      const me = await mine(c, PayFollowUp)
      if (!me.ok) return me.response
      if (me.asked.by === 'transfer') {
        const begun = await paying.transfer(me.line, me.kept)
        return begun.ok ? c.json({ shown: await appointments.show(me.line, begun.value) }) : c.json(begun.why, 409)
      }
      // Our own origin: whatever asks here was held to it.
      const begun = await paying.online(me.line, me.kept, c.req.header('origin') ?? '')
      if (!begun.ok) return c.json(begun.why, 409)
      const kept = (await appointments.find(me.line, me.kept.id, me.asker)) ?? me.kept
      return c.json({ checkoutUrl: begun.value, shown: await appointments.show(me.line, kept) })
    })

    .post('/ics', async (c) => {
      const me = await mine(c, MyFollowUp)
      if (!me.ok) return me.response
      const { id, state } = me.kept
      if (!('moment' in state)) return c.json({ reason: 'not-booked' }, 409)
      const ics = appointmentFile(
        {
          ...{ id, sequence: state.sequence, ...state.moment },
          isCancelled: state.phase === 'cancelled',
          link: `${c.req.header('origin')}/afspraak/${id}`,
          writtenAt: now(),
        },
        'published',
      )
      return c.json({ ics })
    })
}

/** One piece of work is one booking. */
const hashOfWork = (challenge: string) => createHash('sha256').update(challenge).digest('base64url')
