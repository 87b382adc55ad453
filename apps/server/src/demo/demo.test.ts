import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKeyBook } from '@houvast/sealed/key-book'
import { deriveFromPassphrase, unwrapIdentity } from '@houvast/sealed/staff-unlock'
import type { Database } from '@houvast/server-store/database'
import { openEmbedded } from '@houvast/server-store/embedded/open-embedded'
import { type Keyring, openKeyring } from '@houvast/server-store/keyring/keyring'
import { createLineKeys } from '@houvast/server-store/lines/line-keys'
import { createLines } from '@houvast/server-store/lines/lines'
import { createProfessionals } from '@houvast/server-store/professionals/professionals'
import { createStaff } from '@houvast/server-store/staff/staff'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInRoutes } from '../http/desk/sign-in-routes.ts'
import { type DemoSignIn, demoRoutes, fillDemo } from './demo.ts'

describe('the demonstration', () => {
  let folder: string
  let database: Database
  let keyring: Keyring
  let signIns: readonly DemoSignIn[]
  const now = () => 1_750_000_000_000
  const deps = () => ({
    ...{ keyring, now },
    lines: createLines(database),
    lineKeys: createLineKeys(database),
    staff: createStaff(database, keyring),
    professionals: createProfessionals(database),
  })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-demo-'))
    database = await openEmbedded(undefined)
    keyring = openKeyring([join(folder, 'a'), join(folder, 'b')], now())
    signIns = await fillDemo(deps())
  }, 60_000)
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  test('has its lines, each with one coordinator and a team in its key book', async () => {
    const { lines, lineKeys } = deps()
    const all = await lines.all()
    expect(all.map(({ id }) => id)).toEqual(['awel', 'psycholoog', 'tele-onthaal'])
    for (const { id } of all) {
      const book = await readKeyBook(id, await lineKeys.keyBook(id))
      const roles = book.ok ? [...book.value.members.values()].map(({ role }) => role) : []

      expect(roles.filter((role) => role === 'coordinator')).toHaveLength(1)
      expect(roles).toHaveLength(4)
    }
  })

  test('is the same after a restart', async () => {
    expect(await fillDemo(deps())).toEqual(signIns)
  })

  test('shows sign-ins that work, with a code of this moment and never what makes the codes', async () => {
    const { staff, lines } = deps()
    const app = new Hono().route('/demo', demoRoutes(signIns, now)).route('/', signInRoutes({ staff, lines, now }))
    const shown = await (await app.request('/demo')).text()
    const mila = (JSON.parse(shown) as { signIns: (DemoSignIn & { code: string })[] }).signIns[0]
    if (!mila) throw new Error('Nobody is shown.')
    const { line, name, passphrase, code } = mila
    const { verifier, wrapKey } = await deriveFromPassphrase({ passphrase, line, name })
    const answer = await app.request('/sign-in', {
      method: 'POST',
      body: JSON.stringify({ line, name, verifier, code }),
    })
    const { identity } = (await answer.json()) as { identity: string }

    expect(answer.status).toBe(200)
    expect((await unwrapIdentity(identity, wrapKey, { line, name })).ok).toBe(true)
    for (const { totpSecret } of signIns) expect(shown).not.toContain(totpSecret)
  })
})
