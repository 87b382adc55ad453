/** What comes after a talk, for the professional: whether it goes on, proposals, the agenda, tariff and calendar. */
import {
  DeskWish,
  OneFollowUp,
  ProposeMoments,
  PutCalendar,
  Settings,
  SettleFollowUp,
} from '@houvast/protocol/follow-up-requests'
import { markMissed } from '@houvast/rules/follow-up/cancel'
import { type FollowUp, paymentOf } from '@houvast/rules/follow-up/follow-up'
import { settleByHand } from '@houvast/rules/follow-up/payment'
import { seenBy } from '@houvast/rules/follow-up/wishes'
import { ok, type Result, refused } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import type { CalendarAccess, FollowUpSettingsStore } from '@houvast/server-store/follow-ups/follow-up-settings'
import type { FollowUps, KeptFollowUp } from '@houvast/server-store/follow-ups/follow-ups'
import type { TalkWishesStore } from '@houvast/server-store/follow-ups/talk-wishes'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Staff } from '@houvast/server-store/staff/staff'
import { type Context, Hono } from 'hono'
import type { Appointments } from '../../follow-up/appointments.ts'
import { showToProfessional } from '../../follow-up/show-follow-up.ts'
import { readBody } from '../read-body.ts'
import { needs, type StaffVariables } from './staff-session.ts'

export type DeskFollowUpDeps = {
  readonly staff: Staff
  readonly followUps: FollowUps
  readonly wishes: TalkWishesStore
  readonly settings: FollowUpSettingsStore
  readonly professionals: Professionals
  readonly appointments: Appointments
  /** Tries whether this calendar can be written to. */
  readonly tryCalendar: (access: CalendarAccess) => Promise<Result<unknown, { readonly reason: string }>>
  readonly agendaChanged: (line: string, kid: string) => void
  readonly now: () => Instant
}

export function deskFollowUpRoutes(deps: DeskFollowUpDeps) {
  const { staff, followUps, wishes, settings, professionals, appointments, tryCalendar, agendaChanged, now } = deps
  const notFound = { reason: 'not-found' } as const
  const signedIn = needs('desk.enter', staff, now)

  const answer = (c: Context, changed: Result<KeptFollowUp, { readonly reason: string }> | undefined) => {
    if (!changed) return c.json(notFound, 404)
    return changed.ok ? c.json(showToProfessional(changed.value)) : c.json(changed.why, 409)
  }

  return new Hono<StaffVariables>()
    .get('/', signedIn, async (c) => {
      const { line, kid } = c.get('member')
      const all = await followUps.ofProfessional(line, kid)
      return c.json({ followUps: all.map(showToProfessional), now: now() })
    })

    .post('/wish', signedIn, async (c) => {
      const body = await readBody(c, DeskWish)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      const { conversation, wish } = body.value
      const said = wish && (await wishes.say(line, conversation, { side: 'professional', kid, wish }, now()))
      if (said && !said.ok && said.why.reason === 'too-late') return c.json(said.why, 409)
      const found = await wishes.of(line, conversation)
      if (found?.kid !== kid) return c.json(notFound, 404)
      return c.json(seenBy(found.wishes, 'professional', now()))
    })

    .post('/propose', signedIn, async (c) => {
      const body = await readBody(c, ProposeMoments)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      return answer(c, await appointments.propose(line, body.value.id, kid, body.value.from))
    })

    .post('/cancel', signedIn, async (c) => {
      const body = await readBody(c, OneFollowUp)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      return answer(c, await appointments.cancel(line, body.value.id, { kid }, 'professional'))
    })

    .post('/no-show', signedIn, async (c) => {
      const body = await readBody(c, OneFollowUp)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      return answer(c, await followUps.change(line, body.value.id, { kid }, (state) => markMissed(state, now()), now()))
    })

    .post('/settle', signedIn, async (c) => {
      const body = await readBody(c, SettleFollowUp)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      const { id, what } = body.value
      return answer(c, await followUps.change(line, id, { kid }, (state) => settle(state, what), now()))
    })

    .get('/settings', signedIn, async (c) => {
      const { line, kid } = c.get('member')
      const [chosen, calendar, professional] = await Promise.all([
        settings.find(line, kid),
        settings.calendarState(line, kid),
        professionals.find(line, kid),
      ])
      const { isConnected, problem } = calendar
      const hasWeek = (professional?.profile.weekly.length ?? 0) > 0
      return c.json({ settings: chosen, hasWeek, calendar: { isConnected, ...(problem ? { problem } : {}) } })
    })

    .post('/settings', signedIn, async (c) => {
      const body = await readBody(c, Settings)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      await settings.put(line, kid, body.value)
      return c.json({ saved: true })
    })

    .post('/calendar', signedIn, async (c) => {
      const body = await readBody(c, PutCalendar)
      if (!body.ok) return body.response
      const { line, kid } = c.get('member')
      const { access } = body.value
      const tried = access ? await tryCalendar(access) : ok(undefined)
      if (!tried.ok) return c.json({ reason: 'calendar-refused', because: tried.why.reason }, 409)
      await settings.putCalendar(line, kid, access)
      if (access) agendaChanged(line, kid)
      return c.json({ isConnected: access !== undefined })
    })
}

function settle(state: FollowUp, what: 'received' | 'refunded') {
  const payment = paymentOf(state)
  if (!payment) return refused({ reason: 'nothing-to-pay' } as const)
  const settled = settleByHand(payment, what)
  return settled.ok ? ok({ ...state, payment: settled.value } as FollowUp) : settled
}
