import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64Url } from '@houvast/sealed/bytes'
import type { Database } from '@houvast/server-store/database'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import { openKeyring } from '@houvast/server-store/keyring/keyring'
import { createLines, type Lines } from '@houvast/server-store/lines/lines'
import { createStaff, type Staff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashOfVerifier, signInRoutes } from './sign-in-routes.ts'

const SECRET = new Secret({ buffer: new Uint8Array(20).fill(7).buffer }).base32
const verifier = toBase64Url(new Uint8Array(32).fill(1))
const wrongVerifier = toBase64Url(new Uint8Array(32).fill(2))
const settings = { name: 'Awel', hours: { kind: 'always' }, talksMax: 3, retentionMs: 1_000 } as const

describe('signing in at the desk', () => {
  let folder: string
  let database: Database
  let staff: Staff
  let lines: Lines
  let app: Hono
  let people = 0
  let name = ''
  let now = 0

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-sign-in-'))
    database = await openEmbedded(undefined)
    staff = createStaff(database, openKeyring([join(folder, 'a'), join(folder, 'b')], 1))
    lines = createLines(database)
    for (const line of ['awel', 'tele-onthaal']) await lines.put(line, settings)
  }, 60_000)
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    now = 1_750_000_000_000
    app = new Hono().route('/', signInRoutes({ staff, lines, now: () => now }))
    name = `Mila ${++people}`
    await staff.enrol({
      ...{ line: 'awel', name, role: 'helper', totpSecret: SECRET, identity: 'sealed' },
      kid: `A${String(people).padStart(10, '0')}`,
      verifierHash: hashOfVerifier(verifier),
    })
  })

  const codeAt = (at: number) => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: at })
  const wrongCode = () => (codeAt(now) === '000000' ? '000001' : '000000')
  function signIn(change: Record<string, unknown> = {}) {
    const body = JSON.stringify({ line: 'awel', name, verifier, code: codeAt(now), ...change })
    return app.request('/sign-in', { method: 'POST', body })
  }
  const answerTo = async (change: Record<string, unknown>) => {
    const response = await signIn(change)
    return `${response.status} ${await response.text()}`
  }
  const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = (cookie: string) => app.request('/me', { headers: { cookie } })

  test('gives a session, in a cookie that no script and no other site can use', async () => {
    const response = await signIn()

    expect(response.status).toBe(200)
    const cookie = response.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^__Host-houvast-desk=awel\.[\w-]{43}; /)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect(await (await me(cookieOf(response))).json()).toMatchObject({ line: 'awel', name, role: 'helper' })
  })

  test('answers the same whatever was wrong: the name, the line, the passphrase or the code', async () => {
    const answers = [
      await answerTo({ name: 'Nobody' }),
      await answerTo({ line: 'tele-onthaal' }),
      await answerTo({ line: 'no-such-line' }),
      await answerTo({ verifier: wrongVerifier }),
      await answerTo({ code: wrongCode() }),
      await answerTo({ verifier: wrongVerifier, code: wrongCode() }),
    ]

    expect(new Set(answers)).toEqual(new Set(['403 {"reason":"sign-in-refused"}']))
  })

  test('takes a code once', async () => {
    expect((await signIn()).status).toBe(200)
    expect((await signIn()).status).toBe(403)
    now += 30_000
    expect((await signIn()).status).toBe(200)
  })

  test('takes a code once, also when it is sent twice at the same moment', async () => {
    const both = await Promise.all([signIn(), signIn()])

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403])
  })

  test('allows a clock half a minute off, and no more', async () => {
    expect((await signIn({ code: codeAt(now - 60_000) })).status).toBe(403)
    expect((await signIn({ code: codeAt(now + 60_000) })).status).toBe(403)
    expect((await signIn({ code: codeAt(now - 30_000) })).status).toBe(200)
    expect((await signIn({ code: codeAt(now + 30_000) })).status).toBe(200)
  })

  test('makes who guesses wait after ten tries, whoever is guessed, and lets them in again later', async () => {
    for (let i = 0; i < 10; i++) expect((await signIn({ code: wrongCode() })).status).toBe(403)
    expect(await answerTo({})).toBe('429 {"reason":"too-many-tries"}')
    for (let i = 0; i < 10; i++) await signIn({ name: 'Nobody' })
    expect((await signIn({ name: 'Nobody' })).status).toBe(429)
    now += 5 * 60_000

    expect((await signIn()).status).toBe(200)
  })

  test('counts tries that come all at once', async () => {
    const many = await Promise.all(Array.from({ length: 60 }, () => signIn({ code: wrongCode() })))

    expect(many.filter(({ status }) => status === 403)).toHaveLength(10)
  })

  test('counts somebody’s tries only against them', async () => {
    for (let i = 0; i < 12; i++) await signIn({ name: 'Somebody else', code: wrongCode() })

    expect((await signIn()).status).toBe(200)
  })

  test('ends when they sign out, or after a shift and its run-up', async () => {
    const first = cookieOf(await signIn())
    now += 30_000
    const second = cookieOf(await signIn())
    const out = await app.request('/sign-out', { method: 'POST', headers: { cookie: first } })

    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-houvast-desk=;.*Max-Age=0/)
    expect((await me(first)).status).toBe(401)
    expect((await me(second)).status).toBe(200)
    now += 14 * 60 * 60_000
    expect((await me(second)).status).toBe(401)
  })

  test.each([
    ['nothing', ''],
    ['another line before it', 'swap'],
    ['a line that is none', '__Host-houvast-desk=%00.x'],
    ['no token', '__Host-houvast-desk=awel.'],
    ['an invented token', `__Host-houvast-desk=awel.${wrongVerifier}`],
    ['too many parts', '__Host-houvast-desk=awel.a.b.c'],
  ])('is not had with %s in the cookie', async (_, cookie) => {
    const mine = cookieOf(await signIn())
    const tried = cookie === 'swap' ? mine.replace('=awel.', '=tele-onthaal.') : cookie

    expect((await me(tried)).status).toBe(401)
    expect((await app.request('/sign-out', { method: 'POST', headers: { cookie: tried } })).status).toBe(200)
  })
})
