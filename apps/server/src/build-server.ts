/** Puts the parts together: the only file that knows them all. Listening, and the environment, are main's. */
import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Instant } from '@houvast/rules/time'
import { createConversations } from '@houvast/server-store/conversations/create-conversations'
import type { Database } from '@houvast/server-store/database'
import { createDeposits } from '@houvast/server-store/deposits/deposits'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import { createEvaluation } from '@houvast/server-store/evaluation/evaluation'
import { openKeyring } from '@houvast/server-store/keyring/keyring'
import { createLineKeys } from '@houvast/server-store/lines/line-keys'
import { createLines } from '@houvast/server-store/lines/lines'
import { createLivePlans } from '@houvast/server-store/live-plans/live-plans'
import { openPostgres } from '@houvast/server-store/postgres/open-postgres'
import { createProfessionals } from '@houvast/server-store/professionals/professionals'
import { createRings } from '@houvast/server-store/professionals/rings'
import { createTalkFigures } from '@houvast/server-store/professionals/talk-figures'
import { createStaff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { openBus } from './bus/open-bus.ts'
import { type Config, demoMark } from './config.ts'
import { type DemoSignIn, demoRoutes, fillDemo } from './demo/demo.ts'
import { createFollowUpPart } from './follow-up/follow-up-part.ts'
import { keyRoutes } from './http/desk/key-routes.ts'
import { passkeyRoutes } from './http/desk/passkey-routes.ts'
import { professionalRoutes } from './http/desk/professional-routes.ts'
import { signInRoutes } from './http/desk/sign-in-routes.ts'
import { closeEveryAnswer } from './http/every-answer.ts'
import { linkRoutes } from './http/link-routes.ts'
import { fromOwnPage } from './http/own-origin.ts'
import { mountPages } from './http/pages.ts'
import { apiHeaders } from './http/security-headers.ts'
import { conversationRoutes } from './http/seeker/conversation-routes.ts'
import { depositRoutes } from './http/seeker/deposit-routes.ts'
import { sendEvaluation, showEvaluation } from './http/seeker/evaluation-routes.ts'
import { lineRoutes } from './http/seeker/line-routes.ts'
import { liveRoutes } from './http/seeker/live-routes.ts'
import { talkRoutes } from './http/seeker/talk-routes.ts'
import { acceptSockets } from './http/sockets.ts'
import { LiveRooms } from './live-rooms.ts'
import { bugFields, type Log } from './log.ts'
import { Presence } from './presence.ts'
import { ProofOfWork } from './proof-of-work.ts'
import { openRelays } from './relays.ts'
import { sweepRegularly } from './sweep.ts'
import { AppendQueue } from './talk/append-queue.ts'
import { createConversationActions } from './talk/conversation-actions.ts'
import { ConversationNews } from './talk/conversation-news.ts'
import { Followers } from './talk/followers.ts'
import { helperLink } from './talk/helper-link.ts'
import { LineQueue } from './talk/line-queue.ts'
import { Ringing } from './talk/ringing.ts'
import { seekerLink } from './talk/seeker-link.ts'
import { StaffLinks } from './talk/staff-links.ts'
import { Tickets } from './tickets.ts'

export type HouvastServer = {
  readonly http: Server
  /** The router, so that a test can ask without a port, and reads from it which routes there are. */
  readonly app: Hono
  readonly engine: Database['engine']
  readonly bus: string
  readonly demo: readonly DemoSignIn[]
  close(): Promise<void>
}

export async function buildServer(
  config: Config,
  options: { readonly log: Log; readonly now?: () => Instant; readonly dist: string },
): Promise<HouvastServer> {
  const { log, now = Date.now } = options
  const onBug = (error: unknown) => log(bugFields(error))
  const database = config.databaseUrl ? await openPostgres(config.databaseUrl) : await openEmbedded(config.dataDir)
  const keyrings = [join(config.dataDir, 'keyring'), config.keyringCopy ?? join(config.dataDir, 'keyring-copy')]
  const keyring = openKeyring(keyrings, now())
  const { bus, name: busName } = await openBus(config, keyring.derive('bus').toString('hex').slice(0, 32), log)

  const conversations = createConversations(database, keyring)
  const lines = createLines(database)
  const lineKeys = createLineKeys(database)
  const staff = createStaff(database, keyring)
  const deposits = createDeposits(database)
  const livePlans = createLivePlans(database)
  const evaluation = createEvaluation(database)
  const professionals = createProfessionals(database)
  const rings = createRings(database)
  const figures = createTalkFigures(database)
  if (config.demo) writeFileSync(demoMark(config.dataDir), '')
  const demo = config.demo ? await fillDemo({ lines, lineKeys, staff, professionals, keyring, now }) : []

  const relays = await openRelays(config, keyring.derive('relay').toString('base64url'), { now, log })
  const presence = new Presence(bus, now)
  const followers = new Followers()
  const staffLinks = new StaffLinks()
  const queue = new LineQueue({ conversations, presence, bus, now, onBug })
  const news = new ConversationNews({
    ...{ followers, staffLinks, conversations, presence, bus, onBug },
    onQueueChange: (line) => queue.changed(line),
  })
  const appends = new AppendQueue(conversations)
  const ringing = new Ringing({ conversations, professionals, rings, figures, presence, bus, now, onBug })
  const actions = createConversationActions({
    ...{ conversations, appends, news, now },
    settled: (line, id, isTaken) => ringing.settled(line, id, isTaken),
  })
  const tickets = new Tickets(keyring.derive('tickets'), now)
  const work = new ProofOfWork(keyring.derive('proof of work'), now)
  const followUps = await createFollowUpPart({
    ...{ config, database, keyring, lines, staff, professionals, conversations, tickets, work, now, onBug },
  })
  const talk = {
    ...{ conversations, lines, staff, tickets, presence, followers, staffLinks, queue },
    ...{ ringing, news, actions, now, onBug },
  }

  const seekerChannel = {
    handle: (link: Parameters<typeof seekerLink>[0]) => seekerLink(link, talk),
    origin: config.seekerOrigin,
  }
  const deskChannel = {
    handle: (link: Parameters<typeof helperLink>[0]) => helperLink(link, talk),
    origin: config.deskOrigin,
  }
  const seekerLinks = linkRoutes(seekerChannel.handle, { now, onBug })
  const deskLinks = linkRoutes(deskChannel.handle, { now, onBug })

  const app = new Hono()
  app.onError((error, c) => {
    onBug(error)
    return c.json({ reason: 'our-fault' }, 500)
  })
  app.notFound((c) => c.json({ reason: 'not-found' }, 404))
  app.use(async (c, next) => {
    await next()
    // Pages bring their own.
    if (c.res.headers.has('Content-Security-Policy')) return
    for (const [name, value] of Object.entries(apiHeaders)) c.res.headers.set(name, value)
  })
  app.use('/api/seeker/*', fromOwnPage(config.seekerOrigin))
  app.use('/api/desk/*', fromOwnPage(config.deskOrigin))
  app.route('/api/lines', lineRoutes({ lines, lineKeys, conversations, presence, queue, now }))
  app.route(
    '/api/seeker',
    conversationRoutes({ lines, lineKeys, conversations, presence, queue, work, tickets, actions, now }),
  )
  app.route('/api/seeker/link', seekerLinks.routes)
  app.route('/api/seeker/deposits', depositRoutes({ deposits, work, now }))
  app.route('/api/seeker/evaluation', sendEvaluation({ evaluation, work, now }))
  app.route('/api/evaluation', showEvaluation({ evaluation }))
  app.route('/api/seeker/live', liveRoutes({ plans: livePlans, rooms: new LiveRooms(bus, now), work, now }))
  app.route('/api/seeker', talkRoutes({ lines, conversations, professionals, figures, presence, relays, work, now }))
  app.route('/api/desk', professionalRoutes({ conversations, staff, professionals, rings, figures, relays, now }))
  followUps.mount(app)
  app.route('/api/desk', signInRoutes({ staff, lines, now }))
  app.route('/api/desk', passkeyRoutes({ staff, lines, tickets, now }))
  app.route('/api/desk', keyRoutes({ staff, lineKeys, tickets, now }))
  app.route('/api/desk/link', deskLinks.routes)
  if (config.demo) app.route('/api/demo', demoRoutes(demo, now))
  app.get('/api/health', async (c) => {
    await lines.all()
    return c.json({ well: true })
  })
  app.all('/api/*', (c) => c.json({ reason: 'not-found' }, 404))
  mountPages(app, {
    seekerDist: join(options.dist, 'seeker/dist'),
    deskDist: join(options.dist, 'desk/dist'),
    deskHost:
      config.deskOrigin && config.deskOrigin !== config.seekerOrigin ? new URL(config.deskOrigin).host : undefined,
  })

  // Node would refuse a request without a host by itself, and without the headers.
  const http = createAdaptorServer({ fetch: app.fetch, serverOptions: { requireHostHeader: false } }) as Server
  closeEveryAnswer(http)
  const sockets = acceptSockets(
    http,
    new Map([
      ['/api/seeker/socket', seekerChannel],
      ['/api/desk/socket', deskChannel],
    ]),
    { now, onBug },
  )
  const stopSweeping = sweepRegularly(
    { conversations, lines, lineKeys, staff, deposits, livePlans, figures, keyring, presence, actions, ringing, now },
    onBug,
  )

  return {
    ...{ http, app, demo },
    engine: database.engine,
    bus: busName,
    async close() {
      stopSweeping()
      seekerLinks.close('restarting')
      deskLinks.close('restarting')
      sockets.close('restarting')
      if (http.listening) {
        await new Promise<void>((resolve) => {
          http.close(() => resolve())
          http.closeIdleConnections()
          setTimeout(() => http.closeAllConnections(), 3_000).unref()
        })
      }
      await followUps.close()
      ringing.close()
      presence.close()
      await relays.close()
      await bus.close()
      await database.close()
    },
  }
}
