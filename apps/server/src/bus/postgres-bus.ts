/**
 * Hints over PostgreSQL's LISTEN and NOTIFY, on a connection of its own and never inside a write's transaction (R12:
 * it would hold a lock that all writers share). Lost connections are made again, and then everyone reads again.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Bus, Hint } from './bus.ts'
import { readHint, writeHint } from './parse-hint.ts'

const CHANNEL = 'houvast'
const RETRY_MS = 500
/** Hints that wait while there is no connection; the rest is read again on return anyway. */
const PENDING_MOST = 1_000

export async function openPostgresBus(url: string, log: Log): Promise<Bus> {
  const self = randomUUID()
  const listeners: ((hint: Hint) => void)[] = []
  const returns: (() => void)[] = []
  let pending: string[] = []
  let client: pg.Client | undefined
  let isSending = false
  let isClosed = false

  async function connect() {
    const next = new pg.Client({ connectionString: url, application_name: 'houvast-bus' })
    next.on('error', () => {})
    next.on('end', () => {
      // One that never came to listen ends as well; whoever tried it tries again.
      if (next !== client) return
      client = undefined
      if (isClosed) return
      log({ event: 'bus-lost' })
      setTimeout(reconnect, RETRY_MS).unref()
    })
    next.on('notification', ({ payload }) => {
      const hint = payload && readHint(self, payload)
      if (hint) for (const listener of listeners) listener(hint)
    })
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    client = next
  }

  async function reconnect() {
    if (isClosed) return
    try {
      await connect()
      log({ event: 'bus-back' })
      for (const listener of returns) listener()
    } catch {
      setTimeout(reconnect, RETRY_MS).unref()
    }
  }

  /** One statement for all that piled up while the last was under way. */
  async function send() {
    if (isSending || !client) return
    isSending = true
    while (pending.length > 0 && client) {
      const batch = pending.splice(0, 100)
      try {
        await client.query('select pg_notify($1, hint) from unnest($2::text[]) as hint', [CHANNEL, batch])
      } catch {
        break
      }
    }
    isSending = false
  }

  await connect()
  return {
    publish(hint) {
      pending.push(writeHint(self, hint))
      if (pending.length > PENDING_MOST) pending = pending.slice(-PENDING_MOST)
      void send()
    },
    subscribe: (listener) => void listeners.push(listener),
    onReconnect: (listener) => void returns.push(listener),
    async close() {
      await send()
      isClosed = true
      await client?.end()
    },
  }
}
