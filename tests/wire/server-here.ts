/** The real server in this process, with its demonstration, on the embedded engine or the one that is named. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer, type HouvastServer } from '@houvast/server/build-server'
import { readConfig } from '@houvast/server/config'
import type { LogFields } from '@houvast/server/log'
import { createFreshDatabase } from '@houvast/server-store/test-engines'
import { type Ask, askOf } from './ask.ts'
import { value } from './seeker.ts'

const dist = fileURLToPath(new URL('../../apps/', import.meta.url))

export type ServerHere = {
  readonly server: HouvastServer
  readonly dataDir: string
  /** Straight at the router. */
  readonly ask: Ask
  readonly logged: readonly LogFields[]
  /** Listens too; the origin to ask. */
  listen(): Promise<string>
  close(): Promise<void>
}

export const ORIGIN = 'http://localhost'

export async function serverHere(env: Readonly<Record<string, string>> = {}): Promise<ServerHere> {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-here-'))
  const dataDir = join(folder, 'data')
  const url = process.env.DATABASE_URL
  const fresh = url ? await createFreshDatabase(url) : undefined
  const config = value(
    readConfig({ DATA_DIR: dataDir, DEMO: 'on', ...(fresh ? { DATABASE_URL: fresh.url } : {}), ...env }),
  )
  const logged: LogFields[] = []
  const server = await buildServer(config, { log: (fields) => logged.push(fields), dist })
  return {
    ...{ server, dataDir, logged },
    ask: askOf(ORIGIN, (request) => server.app.fetch(request)),
    async listen() {
      await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', () => resolve()))
      return `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`
    },
    async close() {
      await server.close()
      await fresh?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
