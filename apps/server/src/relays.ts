/**
 * The relays that a talk may go through: one's own coturn, named in the environment, or the one in this program. Each
 * is tried at the start and when an operator looks, so that nobody finds out in a talk that it carries nothing (X9).
 */

import { checkRelay, type RelayCheck } from '@houvast/relay/check-relay'
import { openRelayThread, type RelayThread } from '@houvast/relay/open-relay-thread'
import { relayCredentials } from '@houvast/relay/relay-credentials'
import type { Instant } from '@houvast/rules/time'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

const CREDENTIALS_SECONDS = 10 * 60
const USUAL_PORT = 3478

export type RelayAccess = { readonly urls: readonly string[]; readonly username: string; readonly credential: string }

export interface Relays {
  /** For one party of one talk; each relay with all ways to it. `host`: where this device found this server. */
  accessFrom(host: string): readonly RelayAccess[]
  check(): Promise<readonly { readonly url: string; readonly result: RelayCheck }[]>
  close(): Promise<void>
}

export async function openRelays(
  config: Pick<Config, 'host' | 'relay'>,
  ownSecret: string,
  { now, log }: { readonly now: () => Instant; readonly log: Log },
): Promise<Relays> {
  const { relay } = config
  const named = relay.urls.map((urls) => ({ urls, secret: relay.secret ?? '' }))
  let isClosed = false
  let own = relay.urls.length > 0 || relay.port === 'off' ? undefined : await watched()

  /** One that breaks is opened again; who was in a talk finds a way over the new one. */
  async function watched(): Promise<RelayThread> {
    const opened = await openOwn(config, ownSecret)
    const openAgain = async (error: Error | undefined) => {
      if (isClosed) return
      log({ event: 'relay-carries-nothing', error: error?.name ?? 'unknown' })
      own = await watched()
    }
    opened.ended.then(openAgain).catch((error: Error) => log({ event: 'relay-carries-nothing', error: error.name }))
    return opened
  }
  const ownUrls = (host: string) => {
    const ports = own?.ports
    if (!ports) return []
    const at = host === 'localhost' ? '127.0.0.1' : host
    return [`turn:${at}:${ports.udp}?transport=udp`, `turn:${at}:${ports.tcp}?transport=tcp`]
  }
  const all = (host: string) => (own ? [...named, { urls: ownUrls(host), secret: ownSecret }] : named)

  const relays: Relays = {
    accessFrom: (host) =>
      all(host).map(({ urls, secret }) => ({ urls, ...relayCredentials(secret, now(), CREDENTIALS_SECONDS) })),
    check: () =>
      Promise.all(
        all('127.0.0.1').flatMap(({ urls, secret }) =>
          urls.map(async (url) => ({
            url,
            result: await checkRelay(url, relayCredentials(secret, now(), CREDENTIALS_SECONDS)),
          })),
        ),
      ),
    async close() {
      isClosed = true
      await own?.close()
    },
  }
  void relays.check().then((checks) => {
    for (const { result } of checks) if (!result.ok) log({ event: 'relay-carries-nothing', error: result.why })
  })
  return relays
}

/** In a thread of its own, so that no talk waits for a database; on its usual port, or where that is taken, on any. */
async function openOwn({ host, relay }: Pick<Config, 'host' | 'relay'>, secret: string): Promise<RelayThread> {
  const open = (port: number) => openRelayThread({ secret, listen: { host, udp: port, tcp: port } })
  if (relay.port !== undefined && relay.port !== 'off') return open(relay.port)
  try {
    return await open(USUAL_PORT)
  } catch {
    return open(0)
  }
}
