/** A real CalDAV server on this machine, Debian's radicale, with one calendar; for tests. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarAccess } from '../caldav.ts'

export type Radicale = {
  readonly access: CalendarAccess
  /** Where everything lies as files. */
  readonly folder: string
  /** One file as it lies there; `undefined` when there is none. */
  read(id: string): Promise<string | undefined>
  close(): void
}

/** Says why not, where it is not installed. */
export function hasRadicale(): boolean {
  if (spawnSync('radicale', ['--version']).status === 0) return true
  console.warn('radicale is not installed (apt-get install radicale): CalDAV is not tried on a real server.')
  return false
}

export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), 'houvast-caldav-'))
  const port = await freePort()
  writeFileSync(join(folder, 'users'), 'lotte:open-sesame\n')
  writeFileSync(
    join(folder, 'config'),
    [
      ...['[server]', `hosts = 127.0.0.1:${port}`],
      ...['[auth]', 'type = htpasswd', `htpasswd_filename = ${join(folder, 'users')}`, 'htpasswd_encryption = plain'],
      ...['delay = 0', '[storage]', `filesystem_folder = ${join(folder, 'collections')}`],
    ].join('\n'),
  )
  const server = spawn('radicale', ['--config', join(folder, 'config')], { stdio: 'ignore' })
  const access = { url: `http://127.0.0.1:${port}/lotte/work/`, username: 'lotte', password: 'open-sesame' }
  const headers = { authorization: `Basic ${Buffer.from('lotte:open-sesame').toString('base64')}` }
  for (let tries = 0; ; tries++) {
    const made = await fetch(access.url, { method: 'MKCALENDAR', headers }).catch(() => undefined)
    if (made?.ok) break
    if (tries > 100) throw new Error(`radicale does not answer: ${made?.status}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    access,
    folder,
    async read(id) {
      const response = await fetch(`${access.url}${id}.ics`, { headers })
      return response.ok ? response.text() : undefined
    },
    close() {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
