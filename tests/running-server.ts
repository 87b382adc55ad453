/** The real server as a process of its own, on a free port and a fresh database, to be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createFreshDatabase } from '@houvast/server-store/test-engines'

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))

export class RunningServer {
  readonly origin: string
  readonly dataDir: string
  /** Everything it printed, from all its starts. */
  output = ''
  readonly #env: NodeJS.ProcessEnv
  readonly #dropDatabase: () => Promise<void>
  #process: ChildProcess | undefined

  private constructor(port: number, dataDir: string, env: NodeJS.ProcessEnv, dropDatabase: () => Promise<void>) {
    this.origin = `http://localhost:${port}`
    this.dataDir = dataDir
    this.#dropDatabase = dropDatabase
    this.#env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DEMO: 'on', ...env }
  }

  /** On the engine and bus that the environment names, as the tests of CI do; else embedded. */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
    const url = process.env.DATABASE_URL
    const fresh = url ? await createFreshDatabase(url) : undefined
    const dataDir = join(mkdtempSync(join(tmpdir(), 'houvast-journey-')), 'data')
    const server = new RunningServer(
      await freePort(),
      dataDir,
      { ...(fresh ? { DATABASE_URL: fresh.url } : {}), ...env },
      fresh ? fresh.drop : async () => {},
    )
    await server.restart()
    return server
  }

  /** Undefined on the embedded engine. */
  get databaseUrl() {
    return this.#env.DATABASE_URL
  }

  get pid() {
    return this.#process?.pid
  }

  /** Starts it, and waits until it serves. */
  async restart() {
    const child = spawn(process.execPath, [main], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#process = child
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer) => {
        this.output += text
        if (text.toString().includes('"event":"started"')) resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${this.output}`)))
    })
  }

  /** As a power cut would: it gets no moment to tidy up. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') {
    const child = this.#process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT') {
    this.#process?.kill(signal)
  }

  async stop() {
    await this.kill('SIGTERM')
    await this.#dropDatabase()
    rmSync(join(this.dataDir, '..'), { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
