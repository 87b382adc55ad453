/** What a wrong environment gets: one sentence that says what to change, an exit code, and nothing of our inside. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RunningServer } from '../../running-server.ts'

const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const { DATABASE_URL } = process.env
const NOBODY = 65_534

describe('a server that cannot start', () => {
  let folder: string
  let taken: Server
  let takenPort: number
  let running: RunningServer

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'houvast-refused-'))
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'closed'), { mode: 0o555 })
    writeFileSync(join(folder, 'file'), 'not a folder')
    taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    takenPort = (taken.address() as AddressInfo).port
    running = await RunningServer.start({ DATABASE_URL: '', NATS_URL: '' })
  })
  afterAll(async () => {
    taken?.close()
    await running?.stop()
    rmSync(folder, { recursive: true })
  })

  function start(env: Record<string, string>): Promise<{ code: number | null; said: string; printed: string }> {
    const { DATABASE_URL: _, NATS_URL: __, DEBUG: ___, ...inherited } = process.env
    const child = spawn(process.execPath, [main], {
      env: { ...inherited, HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), DEMO: 'off', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A closed folder is open to root.
      ...(env.DATA_DIR?.includes('closed') && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    })
    let said = ''
    let printed = ''
    child.stderr.on('data', (text) => {
      said += text
    })
    child.stdout.on('data', (text) => {
      printed += text
    })
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 30_000)
    return new Promise((resolve) =>
      child.once('exit', (code) => {
        clearTimeout(tooLong)
        resolve({ code, said, printed })
      }),
    )
  }

  /** Without a word: nothing listens there. */
  const nowhere = 'postgres://houvast:hunter2@127.0.0.1:9/houvast'

  test.each<[string, () => Record<string, string>, string]>([
    ['the port is taken', () => ({ PORT: String(takenPort) }), 'PORT'],
    ['the port is no port', () => ({ PORT: 'http' }), 'PORT'],
    ['the address is not this machine’s', () => ({ HOST: '203.0.113.7' }), 'HOST'],
    ['another server has the data folder', () => ({ DATA_DIR: running.dataDir }), 'DATA_DIR'],
    ['the data folder is a file', () => ({ DATA_DIR: join(folder, 'file') }), 'DATA_DIR'],
    ['the data folder lies in a file', () => ({ DATA_DIR: join(folder, 'file', 'data') }), 'DATA_DIR'],
    ['it may not write to the data folder', () => ({ DATA_DIR: join(folder, 'closed', 'data') }), 'DATA_DIR'],
    ['the database is of another kind', () => ({ DATABASE_URL: 'mysql://houvast:hunter2@db/x' }), 'DATABASE_URL'],
    ['the database does not answer', () => ({ DATABASE_URL: nowhere }), 'DATABASE_URL'],
    ['the database is nowhere', () => ({ DATABASE_URL: 'postgres://a:hunter2@nowhere.invalid/x' }), 'DATABASE_URL'],
    ['the bus has no database to join', () => ({ NATS_URL: 'nats://127.0.0.1:4222' }), 'DATABASE_URL'],
  ])('because %s, says so in one sentence', async (_, env, names) => {
    const { code, said } = await start({ PORT: '0', ...env(), ...(env().PORT ? {} : { PORT: String(takenPort) }) })

    expect(code).toBeGreaterThan(0)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain(names)
    expect(said).not.toMatch(/^\s+at |node_modules|\.ts:/m)
    expect(said).not.toContain('hunter2')
  })

  test('leaves the one that runs alone', async () => {
    await start({ DATA_DIR: running.dataDir, PORT: '1' })

    expect((await fetch(`${running.origin}/api/health`)).status).toBe(200)
  })

  test('and leaves nothing behind that keeps the next from starting', async () => {
    const DATA_DIR = join(folder, 'again')
    expect((await start({ DATA_DIR, PORT: String(takenPort) })).code).toBe(1)
    const again = await start({ DATA_DIR, PORT: String(takenPort) })

    expect(again.said).toContain('PORT')
  })

  describe.skipIf(!DATABASE_URL)(`on PostgreSQL${DATABASE_URL ? '' : ' (needs DATABASE_URL)'}`, () => {
    test('because the database is not there, says how to make it', async () => {
      const url = new URL(DATABASE_URL as string)
      url.pathname = '/no_such_database'
      const { code, said } = await start({ DATABASE_URL: url.href, PORT: '8199' })

      expect(code).toBe(1)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(said).toContain('createdb')
    })

    test('because the bus does not answer, says so', async () => {
      const { code, said } = await start({
        ...{ DATABASE_URL: DATABASE_URL as string, NATS_URL: 'nats://127.0.0.1:9', PORT: '8199' },
      })

      expect(code).toBe(1)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(said).toContain('NATS_URL')
    })
  })
})
