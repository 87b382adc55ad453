/** A line with a psychologist who can be booked, talks that are over, and a clock that is moved by hand. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GuardOptions } from '@houvast/calendar/guarded-fetch'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { ok } from '@houvast/rules/result'
import { DAY_MS, HOUR_MS, type Instant } from '@houvast/rules/time'
import { createConversations } from '@houvast/server-store/conversations/create-conversations'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import { openKeyring } from '@houvast/server-store/keyring/keyring'
import { createLines } from '@houvast/server-store/lines/lines'
import { createProfessionals } from '@houvast/server-store/professionals/professionals'
import { createStaff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { readConfig } from '../../config.ts'
import { hashOfToken } from '../../http/desk/staff-session.ts'
import { hashOfSecret } from '../../http/seeker/hash-of-secret.ts'
import { ProofOfWork } from '../../proof-of-work.ts'
import { Tickets } from '../../tickets.ts'
import { createFollowUpPart } from '../follow-up-part.ts'

export const LINE = 'psycholoog'
export const ORIGIN = 'http://localhost'
/** A Monday morning in Brussels. */
export const MONDAY: Instant = Date.parse('2026-11-30T09:00:00+01:00')
export const KIDS = { lotte: 'lotte______', karim: 'karim______', mila: 'mila_______' } as const

export const newSecret = () => randomBytes(32).toString('base64url')
export const newFollowUpId = () => randomBytes(16).toString('base64url')

export type Answer = { readonly status: number; json<T = Readonly<Record<string, unknown>>>(): T }
export type FollowUpWorld = Awaited<ReturnType<typeof followUpWorld>>

let count = 0

export async function followUpWorld(env: Readonly<Record<string, string>> = {}, calendars: GuardOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-follow-up-'))
  const config = readConfig({ DATA_DIR: join(folder, 'data'), DEMO: 'on', ...env })
  if (!config.ok) throw new Error(JSON.stringify(config.why))
  const clock = { now: MONDAY }
  const now = () => clock.now
  const database = await openEmbedded(undefined)
  const keyring = openKeyring([join(folder, 'keyring')], clock.now)
  const [lines, staff, professionals] = [
    createLines(database),
    createStaff(database, keyring),
    createProfessionals(database),
  ]
  const conversations = createConversations(database, keyring)
  await lines.put(LINE, { name: LINE, hours: { kind: 'always' }, talksMax: 1, retentionMs: 90 * DAY_MS })
  const cookies: Record<string, string> = {}
  for (const [name, kid] of Object.entries(KIDS)) {
    await staff.enrol({
      ...{ line: LINE, kid, name, role: 'helper' },
      ...{ verifierHash: 'hash', totpSecret: 'secret', identity: 'identity' },
    })
    await staff.startSession(LINE, kid, hashOfToken(name), clock.now + 900 * DAY_MS)
    cookies[name] = `__Host-houvast-desk=${LINE}.${name}`
  }
  for (const kid of [KIDS.lotte, KIDS.karim]) {
    await professionals.putProfile(LINE, kid, {
      ...{ title: 'clinical-psychologist', gender: 'woman', languages: ['nl'], themes: ['sleep'], about: '' },
      weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '12:00' })),
    })
  }
  await professionals.recognise(LINE, KIDS.lotte, {
    ...{ commissionNumber: '000000000', checkedBy: 'test', checkedAt: clock.now },
    validUntil: clock.now + 900 * DAY_MS,
  })
  const bugs: unknown[] = []
  const tickets = new Tickets(randomBytes(32), now)
  const work = new ProofOfWork(randomBytes(32), now)
  const onBug = (error: unknown) => void bugs.push(error)
  const part = await createFollowUpPart({
    ...{
      calendars,
      config: config.value,
      database,
      keyring,
      lines,
      staff,
      professionals,
      conversations,
      tickets,
      work,
      now,
      onBug,
    },
  })
  const app = new Hono()
  part.mount(app)

  async function send(path: string, init: RequestInit & { cookie?: string | undefined }): Promise<Answer> {
    const headers = new Headers(init.headers)
    headers.set('origin', ORIGIN)
    if (init.cookie) headers.set('cookie', init.cookie)
    const response = await app.request(ORIGIN + path, { ...init, headers })
    const text = await response.text()
    return { status: response.status, json: () => JSON.parse(text) }
  }
  const post = (path: string, body: unknown, cookie?: string) =>
    send(path, { method: 'POST', body: JSON.stringify(body), cookie })
  const seeker = (path: string, body: unknown) => post(`/api/seeker/follow-ups/${path}`, body)
  const desk = (path: string, body: unknown, who: keyof typeof KIDS = 'lotte') =>
    post(`/api/desk/follow-ups/${path}`, body, cookies[who])
  const deskGet = (path = '', who: keyof typeof KIDS = 'lotte') =>
    send(`/api/desk/follow-ups${path}`, { cookie: cookies[who] })

  async function talkWith(kid: string) {
    const conversation = `01920000-0000-7000-8000-${String(++count).padStart(12, '0')}`
    const secret = newSecret()
    const state = openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start' }, clock.now)
    await conversations.open(
      {
        ...{ line: LINE, id: conversation, state, secretHash: hashOfSecret(secret), placeTicket: conversation },
        start: { id: 'start', kid: 'seeker', body: 'start', wraps: [] },
        intake: { id: 'intake', kid: 'seeker', body: 'intake' },
      },
      clock.now,
    )
    const members = [
      { kid: 'seeker', role: 'seeker' },
      { kid, role: 'helper' },
    ] as const
    const at = clock.now
    await conversations.change(LINE, conversation, ({ log }) => ok({ phase: 'ended', at, by: 'seeker', log, members }))
    return { line: LINE, conversation, secret }
  }

  /** Both said yes, and the seeker's device began it. */
  async function begun(how: 'video' | 'on-site' = 'video', who: 'lotte' | 'karim' = 'lotte') {
    const talk = await talkWith(KIDS[who])
    const wish = { says: 'yes', how: [how] }
    await desk('wish', { conversation: talk.conversation, wish }, who)
    const ticket = (await seeker('wish', { ...talk, wish })).json().ticket
    const mine = { line: LINE, id: newFollowUpId(), secret: newSecret() }
    const created = await seeker('create', { ...mine, ticket })
    if (created.status !== 201) throw new Error(`not begun: ${created.status}`)
    return mine
  }

  return {
    ...{ clock, seeker, desk, deskGet, talkWith, begun, bugs, part, database, conversations },
    webhook: (body: string) => send('/api/payments/webhook', { method: 'POST', body }),
    checkout: (id: string, outcome: string) =>
      app.request(`${ORIGIN}/demo-payments/checkout/${id}`, { method: 'POST', body: new URLSearchParams({ outcome }) }),
    tomorrow: (hour: number) => Date.parse(`2026-12-01T${String(hour).padStart(2, '0')}:00:00+01:00`),
    later: (ms: number) => {
      clock.now += ms
    },
    HOUR_MS,
    async close() {
      await part.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
