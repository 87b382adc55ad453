/** coturn with docs/coturn.conf, on ports of this machine. Where there is no coturn, nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TURNSERVER = '/usr/bin/turnserver'
const CONFIGURATION = join(import.meta.dirname, '../../../../docs/coturn.conf')

export const hasCoturn = existsSync(TURNSERVER)

export type Coturn = { readonly port: number; written(): string; stop(): Promise<void> }

/** Only what belongs to a machine is changed; what is left is what operators are told to use. */
export async function startCoturn(secret: string): Promise<Coturn> {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-coturn-'))
  const port = await freePort()
  const log = join(folder, 'log')
  const configuration = readFileSync(CONFIGURATION, 'utf8')
    .replace('static-auth-secret=CHANGE-ME', `static-auth-secret=${secret}`)
    .replaceAll('192.0.2.1', '127.0.0.1')
    .replace('listening-port=3478', `listening-port=${port}`)
    .replace('log-file=/dev/null', `log-file=${log}`)
  const own = `allow-loopback-peers\nuserdb=${join(folder, 'turndb')}\npidfile=${join(folder, 'pid')}\n`
  writeFileSync(join(folder, 'turnserver.conf'), configuration + own)
  const coturn = spawn(TURNSERVER, ['-c', join(folder, 'turnserver.conf')], { cwd: folder, stdio: 'pipe' })
  const said: Buffer[] = []
  coturn.stdout.on('data', (data) => said.push(data))
  coturn.stderr.on('data', (data) => said.push(data))
  return {
    port,
    written: () => Buffer.concat(said).toString() + (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    async stop() {
      await ended(coturn)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return gone
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
