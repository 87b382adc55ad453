/**
 * The part that comes after a talk, put together: stores, rules, payments, calendars and routes. In the demonstration the
 * provider is one on this machine, whose pages are under /demo-payments/.
 */
import { randomBytes } from 'node:crypto'
import { openCalendar } from '@houvast/calendar/caldav'
import type { GuardOptions } from '@houvast/calendar/guarded-fetch'
import { type ListeningMollie, listenLocally } from '@houvast/payments/local-mollie/listen'
import { createLocalMollie, type LocalMollie } from '@houvast/payments/local-mollie/local-mollie'
import { createMolliePayments } from '@houvast/payments/mollie-payments'
import { usualSettings } from '@houvast/rules/follow-up/settings'
import { type Instant, SECOND_MS } from '@houvast/rules/time'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Database } from '@houvast/server-store/database'
import { createFollowUpSettings } from '@houvast/server-store/follow-ups/follow-up-settings'
import { createFollowUps } from '@houvast/server-store/follow-ups/follow-ups'
import { createTalkWishes } from '@houvast/server-store/follow-ups/talk-wishes'
import type { Keyring } from '@houvast/server-store/keyring/keyring'
import type { Lines } from '@houvast/server-store/lines/lines'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { Staff } from '@houvast/server-store/staff/staff'
import type { Hono } from 'hono'
import type { Config } from '../config.ts'
import { deskFollowUpRoutes } from '../http/desk/follow-up-routes.ts'
import { paymentWebhook } from '../http/payment-webhook.ts'
import { apiHeaders } from '../http/security-headers.ts'
import { seekerFollowUpRoutes } from '../http/seeker/follow-up-routes.ts'
import type { ProofOfWork } from '../proof-of-work.ts'
import type { Tickets } from '../tickets.ts'
import { createAppointments } from './appointments.ts'
import { CalendarWriter } from './calendar-writer.ts'
import { createPaying } from './paying.ts'

type Deps = {
  readonly config: Config
  readonly database: Database
  readonly keyring: Keyring
  readonly lines: Lines
  readonly staff: Staff
  readonly professionals: Professionals
  readonly conversations: Conversations
  readonly tickets: Tickets
  readonly work: ProofOfWork
  readonly now: () => Instant
  readonly onBug: (error: unknown) => void
  /** Which calendars may be reached; without it, only what is out on the internet, by TLS. */
  readonly calendars?: GuardOptions
}

const SWEEP_EVERY_MS = 60 * SECOND_MS

export type FollowUpPart = { mount(app: Hono): void; sweep(): Promise<void>; close(): Promise<void> }

export async function createFollowUpPart(deps: Deps): Promise<FollowUpPart> {
  const { config, database, keyring, lines, staff, professionals, conversations, tickets, work, now, onBug } = deps
  const { calendars = {} } = deps
  const followUps = createFollowUps(database)
  const wishes = createTalkWishes(database)
  const settings = createFollowUpSettings(database, keyring)
  const provider = await openProvider(config, now)
  const canKnock = provider.local !== undefined || config.seekerOrigin !== undefined
  const paying = createPaying({ followUps, lines, payments: provider.payments, canKnock, now })
  const writer = new CalendarWriter({
    followUps,
    settings,
    open: (access) => openCalendar(access, calendars),
    now,
    onBug,
  })
  const agendaChanged = (line: string, kid: string) => void writer.changed(line, kid)
  const appointments = createAppointments({ followUps, settings, professionals, paying, agendaChanged, now })
  const tryCalendar = (access: Parameters<typeof openCalendar>[0]) => openCalendar(access, calendars).check()
  if (config.demo) await fillDemoSettings()

  /** Invented, like all of the demonstration: an amount, and the account number that examples have. */
  async function fillDemoSettings() {
    for (const { id: line } of await lines.all())
      for (const { kid, name } of await professionals.all(line)) {
        if ((await settings.find(line, kid)) !== usualSettings) continue
        const account = { iban: 'BE68539007547034', holder: `${name} (demonstratie)` }
        await settings.put(line, kid, { ...usualSettings, tariff: { kind: 'own', cents: 6_000 }, account })
      }
  }

  async function sweep() {
    for (const { id: line } of await lines.all()) {
      await followUps.clearOld(line, now())
      for (const one of await followUps.unsettled(line)) await paying.refresh(line, one)
      await writer.sweep(line)
    }
  }
  let sweeping: Promise<void> | undefined
  const timer = setInterval(() => {
    sweeping ??= sweep()
      .catch(onBug)
      .finally(() => {
        sweeping = undefined
      })
  }, SWEEP_EVERY_MS).unref()

  return {
    sweep,
    mount(app) {
      const shared = { followUps, wishes, appointments, now }
      app.route('/api/seeker/follow-ups', seekerFollowUpRoutes({ ...shared, conversations, paying, tickets, work }))
      app.route(
        '/api/desk/follow-ups',
        deskFollowUpRoutes({ ...shared, staff, settings, professionals, tryCalendar, agendaChanged }),
      )
      app.route('/api/payments', paymentWebhook({ paying }))
      const { local } = provider
      if (local) app.all('/demo-payments/*', async (c) => withApiHeaders(await local.fetch(c.req.raw)))
    },
    async close() {
      clearInterval(timer)
      provider.close()
      await sweeping
      await writer.settled()
    },
  }
}

async function openProvider({ demo, mollie }: Config, now: () => Instant) {
  if (mollie.key) {
    const endpoint = mollie.api
    return { payments: createMolliePayments({ key: mollie.key, endpoint }), local: undefined, close() {} }
  }
  if (!demo) return { payments: undefined, local: undefined, close() {} }
  const key = `test_${randomBytes(16).toString('hex')}`
  const local: LocalMollie = createLocalMollie({ key, now })
  const listening: ListeningMollie = await listenLocally(local)
  return { local, payments: createMolliePayments({ key, endpoint: listening.endpoint }), close: listening.close }
}

/** Its payment page brings a policy of its own. */
function withApiHeaders(response: Response): Response {
  const headers = new Headers(apiHeaders)
  response.headers.forEach((value, name) => {
    headers.set(name, value)
  })
  return new Response(response.body, { status: response.status, headers })
}
