/** Requests of every kind for every route: near misses of real ones, and things that look like nothing of ours. */
import type { HouvastServer } from '@houvast/server/build-server'
import type { Asking } from '../../wire/ask.ts'
import type { Seeker } from '../../wire/seeker.ts'
import { newSecret } from '../../wire/seeker.ts'
import type { Chance } from './chance.ts'
import { mutated, oddStrings, oddTexts } from './odd-values.ts'

export type Known = {
  readonly seeker: Seeker
  readonly cookies: readonly string[]
  readonly dutyKey: object
  readonly keyBookEntry: string
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'] as const

/** All methods and paths the router knows, each once. */
export const routesOf = (app: HouvastServer['app']): readonly string[] =>
  [...new Set(app.routes.map(({ path }) => path))].toSorted()

const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'x',
  '',
]

const followUpSettings = {
  agenda: {
    slotMinutes: 50,
    gapMinutes: 10,
    noticeHours: 24,
    days: 28,
    away: [{ from: '2026-12-24', to: '2027-01-03' }],
  },
  tariff: { kind: 'convention', cents: 6_000, source: 'somewhere', readOn: '2026-11-26' },
  account: { iban: 'BE68539007547034', holder: 'Lotte' },
  address: 'Kerkstraat 1',
}

/** The body that belongs there, or something like it. */
function bodyFor(path: string, { seeker, dutyKey, keyBookEntry }: Known): unknown {
  const { line, conversation, secret, request } = seeker
  const followUp = { line, id: secret.slice(0, 22), secret }
  const bodies: Readonly<Record<string, unknown>> = {
    '/api/seeker/challenge': { line },
    '/api/seeker/conversations': request,
    '/api/seeker/ticket': { line, conversation, secret },
    '/api/seeker/erase': { line, conversation, secret: newSecret() },
    '/api/desk/sign-in': { line, name: 'Nobody', verifier: secret, code: '123456' },
    '/api/desk/passkey': { proof: secret, credential: { id: secret, response: { userHandle: secret } } },
    '/api/desk/passkeys': { proof: secret, credential: { id: secret }, identity: secret },
    '/api/desk/duty-key': dutyKey,
    '/api/desk/key-book': { entry: keyBookEntry },
    '/api/seeker/relays': { line, conversation, secret },
    '/api/seeker/choices': { line, wishes: { language: 'nl', theme: 'worry', gender: 'man', isGenderMust: true } },
    '/api/seeker/feedback': { line, helped: 'yes', easy: 'somewhat', challenge: 'eA', solution: 1 },
    '/api/desk/recognition': { kid: 'AAAAAAAAAAA', numbers: { commissionNumber: '123456789', visum: '12' } },
    '/api/desk/profile': {
      profile: {
        ...{ title: 'psychologist', gender: 'other', languages: ['nl', 'vgt'], themes: ['loss'], about: 'x' },
        weekly: [{ day: 1, from: '18:00', to: '24:00' }],
      },
    },
    '/api/seeker/follow-ups/wish': { line, conversation, secret, wish: { says: 'yes', how: ['video'] } },
    '/api/seeker/follow-ups/create': { ...followUp, ticket: secret },
    '/api/seeker/follow-ups/slots': { line, professional: 'AAAAAAAAAAA' },
    '/api/seeker/follow-ups/pay': { ...followUp, by: 'online' },
    '/api/desk/follow-ups/wish': { conversation, wish: { says: 'no' } },
    '/api/desk/follow-ups/propose': { id: followUp.id, from: [Date.now()] },
    '/api/desk/follow-ups/settle': { id: followUp.id, what: 'received' },
    '/api/desk/follow-ups/settings': followUpSettings,
    // Nobody there, and nobody is asked: it is not https.
    '/api/desk/follow-ups/calendar': { access: { url: 'http://cal.example/', username: 'x', password: 'y' } },
    '/api/payments/webhook': 'id=tr_0123456789abcdef',
  }
  if (path.startsWith('/api/seeker/follow-ups/') && !bodies[path]) return { ...followUp, from: Date.now() }
  if (path.endsWith('/send')) return { link: newSecret(), at: 0, frames: ['{"type":"ping"}'] }
  if (path.endsWith('/wait')) return { link: newSecret(), since: 0 }
  return bodies[path] ?? { line, conversation }
}

export function oddRequest(routes: readonly string[], known: Known, chance: Chance): { path: string; asking: Asking } {
  const route = chance.one(routes)
  const method = chance.isOneIn(3) ? chance.one(METHODS) : route.startsWith('/api/') ? 'POST' : 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = chance.isOneIn(10) ? chance.one(oddTexts) : mutated(bodyFor(route, known), chance)
  return {
    path: pathFor(route, chance),
    asking: {
      method,
      ...(hasBody ? { body } : {}),
      cookie: chance.isOneIn(3) ? cookieFor(route, known, chance) : undefined,
      headers: headersFor(chance),
    },
  }
}

function pathFor(route: string, chance: Chance): string {
  const odd = () => encodeURIComponent(chance.one(oddStrings).toWellFormed())
  const path = route.replace(/:\w+/g, () => (chance.isOneIn(6) ? 'awel' : odd())).replace('*', () => odd())
  switch (chance.below(12)) {
    case 0:
      return `${path}/${odd()}`
    case 1:
      return `${path}?${odd()}=${odd()}`
    case 2:
      return `${path}%00`
    case 3:
      return `${path}/..%2f..%2fpackage.json`
    case 4:
      return `${path}%`
    case 5:
      return path.replace('/', '//')
    default:
      return path
  }
}

function cookieFor(route: string, { cookies }: Known, chance: Chance): string {
  const name = '__Host-houvast-desk'
  const odd = encodeURIComponent(chance.one(oddStrings).toWellFormed()).slice(0, 2_000)
  const spoiled = [
    `${name}=`,
    `${name}=.`,
    `${name}=${odd}`,
    `${name}=${odd}.${newSecret()}`,
    `${name}=awel.${odd}`,
    `${name}=awel.${newSecret()}.more`,
    `${name}="awel.x"`,
    `${name}=%`,
    `${name}=%E0%A4%A`,
    `${odd}=${odd}`,
    `; ;;=;${name}=a.b;${name}=c.d`,
  ]
  // Signing out with a real one would end what the rest is tried with.
  return route.endsWith('/sign-out') || chance.isOneIn(2) ? chance.one(spoiled) : chance.one(cookies)
}

function headersFor(chance: Chance): Record<string, string> {
  const headers: Record<string, string> = {}
  if (chance.isOneIn(5)) headers['content-type'] = chance.one(types)
  if (chance.isOneIn(12))
    headers.origin = chance.one(['null', 'http://elsewhere.test', 'x', 'http://houvast.test/', ''])
  if (chance.isOneIn(12)) headers.host = chance.one(['elsewhere.test', '[::1]', 'houvast.test:99999', 'a b'])
  if (chance.isOneIn(15)) headers['content-length'] = chance.one(['-1', 'x', '999999999999', '0'])
  if (chance.isOneIn(15)) headers['if-none-match'] = chance.one(['*', '"', 'W/"x"', 'a'.repeat(3_000)])
  if (chance.isOneIn(15)) headers['accept-encoding'] = chance.one(['gzip', 'br', '*;q=0', 'gzip;q=x,,,'])
  if (chance.isOneIn(15)) headers['x-forwarded-for'] = '1.2.3.4, ::1'
  if (chance.isOneIn(15)) headers['content-encoding'] = chance.one(['gzip', 'br', 'x'])
  return headers
}
