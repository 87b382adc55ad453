/**
 * The relays that a talk may go through: one's own coturn, named in the environment, or the one in this program. Each
 * is tried at the start and when an operator looks, so that nobody finds out in a talk that it carries nothing (X9).
 */

import { checkRelay, type RelayCheck } from '@houvast/relay/check-relay'
import { openRelay } from '@houvast/relay/open-relay'
import type { Relay } from '@houvast/relay/relay'
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
  const own = relay.urls.length > 0 || relay.port === 'off' ? undefined : await openOwn(config, ownSecret)
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
    close: async () => own?.close(),
  }
  void relays.check().then((checks) => {
    for (const { result } of checks) if (!result.ok) log({ event: 'relay-carries-nothing', error: result.why })
  })
  return relays
}

/** On its usual port, or where that is taken and nobody asked for it, on any. */
async function openOwn({ host, relay }: Pick<Config, 'host' | 'relay'>, secret: string): Promise<Relay> {
  const open = (port: number) => openRelay({ secret, listen: { host, udp: port, tcp: port } })
  if (relay.port !== undefined && relay.port !== 'off') return open(relay.port)
  try {
    return await open(USUAL_PORT)
  } catch {
    return open(0)
  }
}
