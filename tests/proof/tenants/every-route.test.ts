/** What each route answers to each person, of this line and of another. The list of routes is the router's own. */
import { makeDutyKey } from '@houvast/sealed/duty-key'
import { addMember, readKeyBook } from '@houvast/sealed/key-book'
import { createStaffIdentity } from '@houvast/sealed/staff-identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ask, Asking } from '../../wire/ask.ts'
import { type Duty, goOnDuty, type Helper, helperHello, openDuty, signInHelper } from '../../wire/helper.ts'
import { openPolled, type WireLink } from '../../wire/link.ts'
import { newId, newSecret, prepareSeeker, type Seeker, startSeeker, value } from '../../wire/seeker.ts'
import { type ServerHere, serverHere } from '../../wire/server-here.ts'

type World = {
  ask: Ask
  helper: Helper
  coordinator: Helper
  other: Helper
  duty: Duty
  otherDuty: Duty
  deskLink: WireLink
  otherLink: WireLink
}

const A = 'awel'
const B = 'tele-onthaal'
const unknown = () => ({ line: A, conversation: newId(), secret: newSecret() })
/** Nobody has it: 16 bytes that nobody made. */
const unknownFollowUp = () => ({ line: A, id: newSecret().slice(0, 22), secret: newSecret() })
const secretsOf = ({ line, conversation, secret }: Seeker) => ({ line, conversation, secret })

const profile = {
  ...{ title: 'psychologist', gender: 'woman', languages: ['nl'], themes: ['worry'], about: '', weekly: [] },
}

/** Who asks: nobody, a seeker of A (who has no cookie either), and three people of the desk. */
const people = ['nobody', 'helper of A', 'coordinator of A', 'helper of B'] as const
type Who = (typeof people)[number]
type Statuses = Readonly<Record<Who, number>>

const all = (status: number): Statuses => ({
  nobody: status,
  'helper of A': status,
  'coordinator of A': status,
  'helper of B': status,
})
const staffOnly = (status: number, nobody = 401): Statuses => ({ ...all(status), nobody })

type Row = {
  readonly route: string
  /** What is asked; the body is made anew for each person. */
  readonly asks?: (world: World) => Asking | Promise<Asking>
  readonly path?: string
  readonly answers: Statuses
}

/** Seekers have no session: for them the secret in the body is what counts, whoever carries it. */
const table: readonly Row[] = [
  { route: 'GET /api/lines', answers: all(200) },
  { route: 'GET /api/lines/:line/keys', path: `/api/lines/${A}/keys`, answers: all(200) },
  { route: 'GET /api/health', answers: all(200) },
  { route: 'GET /api/demo', answers: all(200) },
  { route: 'POST /api/seeker/challenge', asks: () => ({ body: { line: A } }), answers: all(200) },
  {
    route: 'POST /api/seeker/conversations',
    asks: async ({ ask }) => ({ body: (await prepareSeeker(ask, A)).request }),
    answers: all(201),
  },
  {
    route: 'POST /api/seeker/ticket',
    asks: async ({ ask }) => ({ body: { ...secretsOf(await startSeeker(ask, A)), secret: newSecret() } }),
    answers: all(404),
  },
  {
    route: 'POST /api/seeker/erase',
    asks: async ({ ask }) => ({ body: { ...secretsOf(await startSeeker(ask, A)), secret: newSecret() } }),
    answers: all(404),
  },
  { route: 'POST /api/seeker/deposits/challenge', asks: () => ({ body: {} }), answers: all(200) },
  {
    // Without the little work nothing new may lie here.
    route: 'POST /api/seeker/deposits/put',
    asks: () => ({
      body: {
        ...{ place: newSecret(), mayRead: newSecret(), mayChange: newSecret() },
        ...{ use: 'copy', sealed: 'c2VhbGVk', livesMs: 60_000 },
      },
    }),
    answers: all(403),
  },
  {
    route: 'POST /api/seeker/deposits/get',
    asks: () => ({ body: { place: newSecret(), mayRead: newSecret() } }),
    answers: all(404),
  },
  {
    route: 'POST /api/seeker/deposits/erase',
    asks: () => ({ body: { place: newSecret(), mayChange: newSecret() } }),
    answers: all(404),
  },
  { route: 'GET /api/evaluation', answers: all(200) },
  {
    route: 'POST /api/seeker/evaluation',
    asks: () => ({ body: { answers: { making: 'easy' }, challenge: 'eA', solution: 1 } }),
    answers: all(403),
  },
  {
    route: 'POST /api/seeker/live/open',
    asks: () => ({ body: { place: newSecret(), word: newSecret(), challenge: 'eA', solution: 1 } }),
    answers: all(403),
  },
  {
    route: 'POST /api/seeker/live/exchange',
    asks: () => ({
      body: { place: newSecret(), word: newSecret(), since: 0, updates: [], device: 'eA', waits: false },
    }),
    answers: all(404),
  },
  {
    route: 'POST /api/seeker/live/close',
    asks: () => ({ body: { place: newSecret(), word: newSecret() } }),
    answers: all(404),
  },
  { route: 'POST /api/seeker/link', asks: () => ({ body: {} }), answers: all(201) },
  {
    route: 'POST /api/seeker/link/send',
    asks: () => ({ body: { link: newSecret(), at: 0, frames: ['{}'] } }),
    answers: all(410),
  },
  { route: 'POST /api/seeker/link/wait', asks: () => ({ body: { link: newSecret(), since: 0 } }), answers: all(410) },
  {
    route: 'POST /api/desk/sign-in',
    asks: () => ({ body: { line: A, name: 'Sam', verifier: newSecret(), code: '000000' } }),
    answers: all(403),
  },
  { route: 'POST /api/desk/passkey/options', asks: () => ({ body: {} }), answers: all(200) },
  {
    route: 'POST /api/desk/passkey',
    asks: () => ({ body: { proof: newSecret(), credential: { id: newSecret() } } }),
    answers: all(403),
  },
  { route: 'POST /api/desk/passkeys/options', asks: () => ({ body: {} }), answers: staffOnly(200) },
  {
    route: 'POST /api/desk/passkeys',
    asks: () => ({ body: { proof: newSecret(), credential: { id: newSecret() }, identity: newSecret() } }),
    answers: staffOnly(403),
  },
  { route: 'GET /api/desk/me', answers: staffOnly(200) },
  { route: 'GET /api/desk/keys', answers: staffOnly(200) },
  { route: 'POST /api/desk/ticket', asks: () => ({ body: {} }), answers: staffOnly(200) },
  {
    // Made by the helper of A: nobody else may put it, and the other line does not even know who that is.
    route: 'POST /api/desk/duty-key',
    asks: async ({ helper, duty }) => ({ body: await nextDutyKey(helper, duty) }),
    answers: { nobody: 401, 'helper of A': 201, 'coordinator of A': 403, 'helper of B': 400 },
  },
  {
    // A good entry of A, signed by A's coordinator: the helper may not, and for B it is no entry at all.
    route: 'POST /api/desk/key-book',
    asks: async ({ ask, coordinator }) => ({ body: { entry: await nextEntry(ask, coordinator) } }),
    answers: { nobody: 401, 'helper of A': 403, 'coordinator of A': 201, 'helper of B': 403 },
  },
  { route: 'POST /api/seeker/relays', asks: () => ({ body: unknown() }), answers: all(404) },
  {
    // A line where nobody is rung has nobody to choose from.
    route: 'POST /api/seeker/choices',
    asks: () => ({ body: { line: A, wishes: { language: 'nl', theme: 'worry' } } }),
    answers: all(404),
  },
  {
    route: 'POST /api/seeker/feedback',
    asks: () => ({ body: { line: A, helped: 'yes', easy: 'no', challenge: 'eA', solution: 1 } }),
    answers: all(404),
  },
  // Relays are for who is rung.
  { route: 'POST /api/desk/relays', asks: () => ({ body: {} }), answers: staffOnly(409) },
  { route: 'GET /api/desk/profile', answers: staffOnly(200) },
  { route: 'POST /api/desk/profile', asks: () => ({ body: { profile } }), answers: staffOnly(200) },
  {
    route: 'GET /api/desk/professionals',
    answers: { nobody: 401, 'helper of A': 403, 'coordinator of A': 200, 'helper of B': 403 },
  },
  {
    // Somebody whom this line does not know, whoever asks.
    route: 'POST /api/desk/recognition',
    asks: ({ other }) => ({ body: { kid: other.identity.kid, numbers: { commissionNumber: '000000000' } } }),
    answers: { nobody: 401, 'helper of A': 403, 'coordinator of A': 404, 'helper of B': 403 },
  },
  {
    route: 'GET /api/desk/figures',
    answers: { nobody: 401, 'helper of A': 403, 'coordinator of A': 200, 'helper of B': 403 },
  },
  {
    route: 'POST /api/seeker/follow-ups/wish',
    asks: () => ({ body: { ...unknown(), wish: { says: 'yes', how: ['video'] } } }),
    answers: all(404),
  },
  {
    route: 'POST /api/seeker/follow-ups/create',
    asks: () => ({ body: { ...unknownFollowUp(), ticket: newSecret() } }),
    answers: all(403),
  },
  {
    route: 'POST /api/seeker/follow-ups/slots',
    asks: () => ({ body: { line: A, professional: 'AAAAAAAAAAA' } }),
    answers: all(404),
  },
  {
    // Without the little work nothing is booked.
    route: 'POST /api/seeker/follow-ups/first',
    asks: () => ({
      body: { ...unknownFollowUp(), professional: 'AAAAAAAAAAA', from: 1, challenge: 'eA', solution: 1 },
    }),
    answers: all(403),
  },
  { route: 'POST /api/seeker/follow-ups/look', asks: () => ({ body: unknownFollowUp() }), answers: all(404) },
  {
    route: 'POST /api/seeker/follow-ups/pick',
    asks: () => ({ body: { ...unknownFollowUp(), from: 1 } }),
    answers: all(404),
  },
  { route: 'POST /api/seeker/follow-ups/cancel', asks: () => ({ body: unknownFollowUp() }), answers: all(404) },
  { route: 'POST /api/seeker/follow-ups/dispute', asks: () => ({ body: unknownFollowUp() }), answers: all(404) },
  {
    route: 'POST /api/seeker/follow-ups/pay',
    asks: () => ({ body: { ...unknownFollowUp(), by: 'online' } }),
    answers: all(404),
  },
  { route: 'POST /api/seeker/follow-ups/ics', asks: () => ({ body: unknownFollowUp() }), answers: all(404) },
  { route: 'GET /api/desk/follow-ups', answers: staffOnly(200) },
  {
    route: 'POST /api/desk/follow-ups/wish',
    asks: () => ({ body: { conversation: newId() } }),
    answers: staffOnly(404),
  },
  {
    route: 'POST /api/desk/follow-ups/propose',
    asks: () => ({ body: { id: unknownFollowUp().id, from: [] } }),
    answers: staffOnly(404),
  },
  {
    route: 'POST /api/desk/follow-ups/cancel',
    asks: () => ({ body: { id: unknownFollowUp().id } }),
    answers: staffOnly(404),
  },
  {
    route: 'POST /api/desk/follow-ups/no-show',
    asks: () => ({ body: { id: unknownFollowUp().id } }),
    answers: staffOnly(404),
  },
  {
    route: 'POST /api/desk/follow-ups/settle',
    asks: () => ({ body: { id: unknownFollowUp().id, what: 'received' } }),
    answers: staffOnly(404),
  },
  { route: 'GET /api/desk/follow-ups/settings', answers: staffOnly(200) },
  { route: 'POST /api/desk/follow-ups/settings', asks: () => ({ body: {} }), answers: staffOnly(400) },
  { route: 'POST /api/desk/follow-ups/calendar', asks: () => ({ body: {} }), answers: staffOnly(200) },
  { route: 'POST /api/payments/webhook', asks: () => ({ body: 'id=tr_unknown' }), answers: all(200) },
  { route: 'ALL /demo-payments/*', path: '/demo-payments/checkout/tr_unknown', answers: all(404) },
  { route: 'POST /api/desk/link', asks: () => ({ body: {} }), answers: all(201) },
  {
    route: 'POST /api/desk/link/send',
    asks: () => ({ body: { link: newSecret(), at: 0, frames: ['{}'] } }),
    answers: all(410),
  },
  { route: 'POST /api/desk/link/wait', asks: () => ({ body: { link: newSecret(), since: 0 } }), answers: all(410) },
  { route: 'GET /desk', answers: all(308) },
  { route: 'GET /desk/*', path: '/desk/', answers: all(200) },
  { route: 'GET /crisis', answers: all(200) },
  { route: 'GET /crisis.html', answers: all(308) },
  { route: 'GET /mijn-crisis', answers: all(200) },
  { route: 'GET /mijn-crisis.html', answers: all(308) },
  { route: 'GET /stretch-worker.js', answers: all(200) },
  { route: 'GET *', path: '/', answers: all(200) },
  { route: 'ALL /api/*', path: '/api/no-such-thing', answers: all(404) },
  // Last, because it ends the sessions.
  { route: 'POST /api/desk/sign-out', asks: () => ({ body: {} }), answers: all(200) },
]

/** What runs before the routes: security headers and own origin. They answer nobody by themselves. */
const middleware = new Set(['ALL /*', 'ALL *', 'ALL /api/seeker/*', 'ALL /api/desk/*'])

async function nextDutyKey({ identity }: Helper, { book, duty }: Duty) {
  const at = Date.now()
  return value(await makeDutyKey({ book, maker: identity, at, validUntil: at + 60_000, previous: duty }))
}

async function nextEntry(ask: Ask, { line, cookie, identity }: Helper) {
  const { keyBook } = (await ask('/api/desk/keys', { cookie })).json() as { keyBook: string[] }
  const { publicKeys } = await createStaffIdentity()
  const member = { name: `Nieuw ${Date.now()}`, role: 'helper', ...publicKeys } as const
  return value(await addMember({ book: value(await readKeyBook(line, keyBook)), by: identity, member, at: Date.now() }))
}

describe('every route', () => {
  let here: ServerHere
  let world: World
  const cookies: Partial<Record<Who, string>> = {}

  beforeAll(async () => {
    here = await serverHere()
    const { ask } = here
    const [helper, coordinator, other] = [
      await signInHelper(ask, A, 'Mila'),
      await signInHelper(ask, A, 'Noor'),
      await signInHelper(ask, B, 'Mila'),
    ]
    const [deskLink, otherLink] = [await openPolled(ask, 'desk'), await openPolled(ask, 'desk')]
    await helperHello(ask, deskLink, helper)
    await helperHello(ask, otherLink, other)
    const duty = await goOnDuty(ask, deskLink, helper)
    const otherDuty = await goOnDuty(ask, otherLink, other)
    world = { ask, helper, coordinator, other, duty, otherDuty, deskLink, otherLink }
    Object.assign(cookies, {
      'helper of A': helper.cookie,
      'coordinator of A': coordinator.cookie,
      'helper of B': other.cookie,
    })
  })
  afterAll(async () => {
    world?.deskLink.close()
    world?.otherLink.close()
    await here?.close()
  })

  const ask = async (row: Row, who: Who) => {
    const [method, route] = row.route.split(' ') as [string, string]
    const asking = (await row.asks?.(world)) ?? {}
    return here.ask(row.path ?? route, { method: method === 'ALL' ? 'GET' : method, ...asking, cookie: cookies[who] })
  }

  test('[P1] stands in the table, and nothing else does', () => {
    const routes = new Set(here.server.app.routes.map(({ method, path }) => `${method} ${path.replace(/^\/\*$/, '*')}`))
    // A route with a permission stands in the router twice, once for each of its two handlers.
    const known = new Set([...table.map(({ route }) => route), ...middleware])

    expect([...routes].filter((route) => !known.has(route))).toEqual([])
    expect(table.map(({ route }) => route).filter((route) => !routes.has(route))).toEqual([])
  })

  test('[P1] of the desk that answers the signed-in asks who that is, and what for', () => {
    const open = new Set([
      'POST /api/desk/sign-in',
      'POST /api/desk/passkey/options',
      'POST /api/desk/passkey',
      'POST /api/desk/sign-out',
      'ALL /api/desk/*',
    ])
    const isOpen = (route: string) => open.has(route) || route.startsWith('POST /api/desk/link')
    const counts = new Map<string, number>()
    for (const { method, path } of here.server.app.routes) {
      const route = `${method} ${path}`
      if (path.startsWith('/api/desk/')) counts.set(route, (counts.get(route) ?? 0) + 1)
    }
    const unguarded = [...counts].filter(([route, handlers]) => !isOpen(route) && handlers < 2)

    expect(counts.size).toBeGreaterThan(5)
    expect(unguarded).toEqual([])
  })

  for (const row of table)
    for (const who of people)
      test(`[T1, P1] ${row.route} answers ${who} with ${row.answers[who]}`, async () => {
        // A key is put once; after that the next one builds on it.
        if (row.route.endsWith('/duty-key')) world.duty = await openDuty(here.ask, world.helper)
        const { status } = await ask(row, who)

        expect(status).toBe(row.answers[who])
      })
})

describe('«not yours» and «not there»', () => {
  let here: ServerHere
  let world: World

  beforeAll(async () => {
    here = await serverHere()
    const { ask } = here
    const helper = await signInHelper(ask, A, 'Mila')
    const other = await signInHelper(ask, B, 'Mila')
    const [deskLink, otherLink] = [await openPolled(ask, 'desk'), await openPolled(ask, 'desk')]
    await helperHello(ask, deskLink, helper)
    await helperHello(ask, otherLink, other)
    const duty = await goOnDuty(ask, deskLink, helper)
    const otherDuty = await goOnDuty(ask, otherLink, other)
    world = { ask, helper, coordinator: helper, other, duty, otherDuty, deskLink, otherLink }
  })
  afterAll(async () => {
    world?.deskLink.close()
    world?.otherLink.close()
    await here?.close()
  })

  const answerTo = async (path: string, asking: Asking = {}) => {
    const { status, text, headers } = await here.ask(path, asking)
    return { status, text, headers: [...headers].filter(([name]) => name !== 'date') }
  }

  test.each(['/api/seeker/ticket', '/api/seeker/erase'])(
    '[T1] answer the same at %s: another’s conversation, another line’s, a wrong secret, and none at all',
    async (path) => {
      const ofA = await startSeeker(world.ask, A)
      const ofB = await startSeeker(world.ask, B)
      const none = await answerTo(path, { body: unknown() })

      expect(none.status).toBe(404)
      for (const body of [
        { ...secretsOf(ofA), secret: ofB.secret },
        { ...secretsOf(ofA), secret: newSecret() },
        { ...secretsOf(ofA), line: B },
        { ...secretsOf(ofB), line: A },
        { ...secretsOf(ofA), line: 'no-such-line' },
      ])
        expect(await answerTo(path, { body })).toEqual(none)
      expect((await answerTo('/api/seeker/ticket', { body: secretsOf(ofA) })).status).toBe(200)
    },
  )

  test('[T1] answer the same to who takes the id of another’s conversation, with or without knowing of it', async () => {
    const theirs = await startSeeker(world.ask, A)
    const mine = await prepareSeeker(world.ask, A)
    const body = { ...mine.request, conversation: theirs.conversation }

    expect((await answerTo('/api/seeker/conversations', { body })).status).toBe(400)
    expect((await answerTo('/api/seeker/ticket', { body: secretsOf(theirs) })).status).toBe(200)
  })

  test.each(['/api/lines/no-such-line/keys', '/api/lines/%00/keys', '/api/lines/AWEL/keys'])(
    '[T1] %s',
    async (path) => {
      expect((await answerTo(path)).status).toBe(404)
    },
  )

  test('[T1] a session of one line is none at another', async () => {
    const swapped = world.helper.cookie.replace(`=${A}.`, `=${B}.`)

    expect(await answerTo('/api/desk/me', { cookie: swapped })).toEqual(await answerTo('/api/desk/me'))
  })

  test('[P1] a ticket of the desk opens no seeker’s link, and the other way round', async () => {
    const ticketOf = async (path: string, asking: Asking) =>
      ((await here.ask(path, asking)).json() as { ticket: string }).ticket
    const seeker = await startSeeker(world.ask, A)
    const ofSeeker = await ticketOf('/api/seeker/ticket', { body: secretsOf(seeker) })
    const ofHelper = await ticketOf('/api/desk/ticket', { body: {}, cookie: world.helper.cookie })
    const [asSeeker, asHelper] = [await openPolled(world.ask, 'seeker'), await openPolled(world.ask, 'desk')]
    await asSeeker.send({ type: 'hello', version: 1, ticket: ofHelper, since: 0 })
    await asHelper.send({ type: 'hello', version: 1, ticket: ofSeeker })

    expect(await Promise.all([asSeeker.closed, asHelper.closed])).toEqual([4401, 4401])
  })
})

describe('a duty key', () => {
  let here: ServerHere
  beforeAll(async () => {
    here = await serverHere()
  })
  afterAll(() => here?.close())

  test('[T1] that skips ahead is not taken, so that the line never runs out of them', async () => {
    const sam = await signInHelper(here.ask, A, 'Sam')
    const { book, duty } = await openDuty(here.ask, sam)
    const put = async (previous: typeof duty) =>
      (await here.ask('/api/desk/duty-key', { cookie: sam.cookie, body: await nextDutyKey(sam, keyed(previous)) }))
        .status
    const keyed = (previous: typeof duty) => ({ book, duty: previous }) as Duty

    expect(await put({ ...duty, epoch: 2 ** 31 - 2 })).toBe(409)
    expect(await put({ ...duty, epoch: 2 ** 32 - 2 })).toBe(409)
    expect(await put(duty)).toBe(201)
    expect(await put(duty)).toBe(409)
  })
})
