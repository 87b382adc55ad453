/** A relay on real ports of this machine, and clients that reach it over them. What a test opened, `closeAll` closes. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { ATTRIBUTE, readXorAddress } from '../attributes.ts'
import { openRelay } from '../open-relay.ts'
import { openRelayThread } from '../open-relay-thread.ts'
import type { Relay, RelayOptions } from '../relay.ts'
import { openRelayClient } from '../relay-client.ts'
import { relayCredentials } from '../relay-credentials.ts'
import { readRelayUrl } from '../relay-url.ts'
import { findAttribute, METHOD } from '../stun-message.ts'
import { SECRET, UDP_TRANSPORT } from './relay-in-memory.ts'

export const listen = { host: '127.0.0.1', udp: 0, tcp: 0 }
export const credentials = (lifetimeSeconds = 600) => relayCredentials(SECRET, Date.now(), lifetimeSeconds)
export const udpOf = ({ ports }: Relay) => `turn:127.0.0.1:${ports.udp}`
export const tcpOf = ({ ports }: Relay) => `turn:127.0.0.1:${ports.tcp}?transport=tcp`

const closings: (() => unknown)[] = []

export function afterwards(close: () => unknown): void {
  closings.push(close)
}

/** For `afterEach`: the last that was opened first. */
export async function closeAll(): Promise<void> {
  for (const close of closings.splice(0).reverse()) await close()
}

export async function opened(options: Partial<RelayOptions> = {}, now = Date.now): Promise<Relay> {
  const relay = await openRelay({ secret: SECRET, listen, ...options }, now)
  afterwards(() => relay.close())
  return relay
}

export async function openedThread(options: Partial<RelayOptions> = {}) {
  const relay = await openRelayThread({ secret: SECRET, listen, ...options })
  afterwards(() => relay.close())
  return relay
}

export async function clientOf(url: string, who = credentials()) {
  const place = readRelayUrl(url)
  if (!place) throw new Error(url)
  const over = new AbortController()
  afterwards(() => over.abort())
  const client = await openRelayClient(place, who, over.signal)
  return {
    ...client,
    leave: () => over.abort(),
    async allocate() {
      const answer = await client.ask(METHOD.allocate, [UDP_TRANSPORT])
      const value = answer.ok && findAttribute(answer.message, ATTRIBUTE.relayedAddress)
      const at = answer.ok && value && readXorAddress(value, answer.message.transactionId)
      if (!at) throw new Error('no allocation')
      return at
    },
  }
}

/** Two clients that may talk with each other. */
export async function talkOver(oneUrl: string, otherUrl: string) {
  const [one, other] = [await clientOf(oneUrl), await clientOf(otherUrl)]
  const [oneAt, otherAt] = [await one.allocate(), await other.allocate()]
  await one.ask(METHOD.createPermission, [], otherAt)
  await other.ask(METHOD.createPermission, [], oneAt)
  return { one, other, oneAt, otherAt }
}

export async function plainSocket({ ports }: Relay): Promise<Socket> {
  const socket = connect(ports.tcp ?? 0, '127.0.0.1')
  afterwards(() => socket.destroy())
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}
