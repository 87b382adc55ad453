/**
 * Hints over NATS core, for sites with many processes. It may drop some; the log in the database does not. `site` is
 * the same for the processes of one site, and keeps it apart from others on the same NATS.
 */
import { randomUUID } from 'node:crypto'
import { connect } from '@nats-io/transport-node'
import type { Log } from '../log.ts'
import { type Bus, BusUnreachableError, type Hint } from './bus.ts'
import { readHint, writeHint } from './parse-hint.ts'

export async function openNatsBus(url: string, site: string, log: Log): Promise<Bus> {
  const self = randomUUID()
  const subject = `houvast.${site}.hints`
  const listeners: ((hint: Hint) => void)[] = []
  const returns: (() => void)[] = []
  const settings = { servers: url, name: 'houvast', maxReconnectAttempts: -1, reconnectTimeWait: 500 }
  const nats = await connect(settings).catch((cause) => {
    throw new BusUnreachableError('NATS does not answer.', { cause })
  })

  nats.subscribe(subject, {
    callback(error, message) {
      const hint = error ? undefined : readHint(self, message.string())
      if (hint) for (const listener of listeners) listener(hint)
    },
  })
  // Open means that nothing goes past us any more.
  await nats.flush()
  void (async () => {
    for await (const status of nats.status()) {
      if (status.type === 'disconnect') log({ event: 'bus-lost' })
      if (status.type !== 'reconnect') continue
      log({ event: 'bus-back' })
      for (const listener of returns) listener()
    }
  })()

  return {
    publish(hint) {
      if (!nats.isClosed()) nats.publish(subject, writeHint(self, hint))
    },
    subscribe: (listener) => void listeners.push(listener),
    onReconnect: (listener) => void returns.push(listener),
    async close() {
      if (!nats.isClosed()) await nats.drain()
    },
  }
}
