/**
 * Does this relay carry a talk? Two allocations and a datagram from one to the other, as two browsers would, over any
 * relay that speaks TURN. For the start of the server and for the operator's page.
 */
import { randomBytes } from 'node:crypto'
import { ATTRIBUTE, number, readXorAddress } from './attributes.ts'
import { openRelayClient, type RelayClient } from './relay-client.ts'
import type { RelayCredentials } from './relay-credentials.ts'
import { readRelayUrl } from './relay-url.ts'
import { findAttribute, METHOD } from './stun-message.ts'
import type { TransportAddress } from './transport-address.ts'

/** `ms` is how long the datagram was under way. */
export type RelayCheck = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly why: RelayFault }

/** Nobody there · there, but it lets nobody in with these credentials · lets in, but does not carry. */
export type RelayFault = 'no-answer' | 'refused' | 'no-path'

const PATIENCE_MS = 2000
const SEND_AGAIN_MS = 100
const UDP_TRANSPORT = 17

type Course = { clients: readonly RelayClient[]; isAllocated: boolean }

export async function checkRelay(
  url: string,
  credentials: RelayCredentials,
  { patienceMs = PATIENCE_MS, ca }: { readonly patienceMs?: number; readonly ca?: string } = {},
): Promise<RelayCheck> {
  const place = readRelayUrl(url)
  if (!place) return { ok: false, why: 'no-answer' }
  const over = new AbortController()
  const course: Course = { clients: [], isAllocated: false }
  const tooLate = new Promise<RelayCheck>((resolve) => {
    const timer = setTimeout(
      () => resolve({ ok: false, why: course.isAllocated ? 'no-path' : 'no-answer' }),
      patienceMs,
    )
    over.signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
  const open = () => openRelayClient(place, credentials, over.signal, ca)
  const result = await Promise.race([check(open, course, over.signal), tooLate])
  if (!result.ok) void giveBack(course)
  over.abort()
  return result
}

async function check(open: () => Promise<RelayClient>, course: Course, signal: AbortSignal): Promise<RelayCheck> {
  const [one, other] = await Promise.all([open(), open()]).catch(() => [])
  if (!one || !other) return { ok: false, why: 'no-answer' }
  course.clients = [one, other]
  const [oneAt, otherAt] = await Promise.all([allocate(one), allocate(other)])
  if (!oneAt || !otherAt) return { ok: false, why: 'refused' }
  course.isAllocated = true
  const permitted = await Promise.all([
    one.ask(METHOD.createPermission, [], otherAt),
    other.ask(METHOD.createPermission, [], oneAt),
  ])
  if (!permitted.every(({ ok }) => ok)) return { ok: false, why: 'refused' }

  const ms = await carry(one, other, otherAt, signal)
  await giveBack(course)
  return { ok: true, ms }
}

/** What is not given back would live on until its time is over. */
function giveBack({ clients }: Course): Promise<unknown> {
  return Promise.all(clients.map((client) => client.ask(METHOD.refresh, [number(ATTRIBUTE.lifetime, 0)])))
}

async function allocate(client: RelayClient): Promise<TransportAddress | undefined> {
  const answer = await client.ask(METHOD.allocate, [number(ATTRIBUTE.requestedTransport, UDP_TRANSPORT * 0x1000000)])
  const value = answer.ok ? findAttribute(answer.message, ATTRIBUTE.relayedAddress) : undefined
  return answer.ok && value ? readXorAddress(value, answer.message.transactionId) : undefined
}

/** Sent again until it comes, as a datagram may be lost on the best of networks. */
function carry(from: RelayClient, to: RelayClient, toAddress: TransportAddress, signal: AbortSignal): Promise<number> {
  const sentAt: number[] = []
  const word = randomBytes(16)
  return new Promise((resolve) => {
    const send = () => {
      from.send(toAddress, Buffer.concat([word, Buffer.from([sentAt.length])]))
      sentAt.push(performance.now())
    }
    const again = setInterval(send, SEND_AGAIN_MS)
    signal.addEventListener('abort', () => clearInterval(again), { once: true })
    to.onData((data) => {
      const at = sentAt[data[word.length] ?? -1]
      if (at === undefined || !data.subarray(0, word.length).equals(word)) return
      clearInterval(again)
      resolve(performance.now() - at)
    })
    send()
  })
}
