/**
 * What each request gets (RFC 8656, sections 7 to 12). Decides and writes; who sends the bytes is not known here.
 *
 * A stranger gets at most STRANGERS_ANSWER_MAX bytes, and so many a second per address, so that nobody is worth
 * impersonating. Unknown methods get nothing: «if any errors are detected, the message is silently discarded» (RFC 8489, 6.3).
 */
import type { Allocation } from './allocation-table.ts'
import { answerAllocate } from './answer-allocate.ts'
import { answerChannelBind, answerCreatePermission } from './answer-permission.ts'
import { ATTRIBUTE, number, readNumber, unknownAmong, xorAddress } from './attributes.ts'
import { authenticate } from './authenticate.ts'
import type { Client } from './client.ts'
import { isSound } from './integrity.ts'
import { grantedLifetimeMs } from './lifetime.ts'
import type { RelayState } from './relay-state.ts'
import { type Reply, refuse, refuseUnknown, writeReply } from './reply.ts'
import { findAttribute, METHOD, readMessage, type StunMessage } from './stun-message.ts'
import { household } from './transport-address.ts'

/** A challenge with the longest realm and a fingerprint. With ours it is 84, to a request of at least 20 and the 28 of its headers. */
export const STRANGERS_ANSWER_MAX = 108
/** No request we know is longer than this. */
const REQUEST_MAX = 1500

export type Asked = {
  readonly client: Client
  readonly request: StunMessage
  readonly username: string
  readonly key: Buffer
  readonly own: Allocation | undefined
  readonly now: number
}

export function answerRequest(relay: RelayState, client: Client, bytes: Buffer, now: number): Buffer | undefined {
  const { counts } = relay
  const request = bytes.length <= REQUEST_MAX ? readMessage(bytes) : undefined
  if (!request || !isSound(request)) {
    counts.unreadable++
    return undefined
  }
  if (request.messageClass !== 'request' || !answered.has(request.method)) return undefined

  const decision = decide(relay, client, request, now)
  const isHeard = decision && (decision.key || relay.strangers.take(household(client.address), now))
  if (!isHeard) {
    counts.unanswered++
    return undefined
  }
  const { reply, key } = decision
  if ('granted' in reply) counts.answered++
  else counts.refused++
  return writeReply(request, reply, key)
}

const answered: ReadonlySet<number> = new Set([
  METHOD.binding,
  METHOD.allocate,
  METHOD.refresh,
  METHOD.createPermission,
  METHOD.channelBind,
])

type Decision = { readonly reply: Reply; readonly key?: Buffer }

function decide(relay: RelayState, client: Client, request: StunMessage, now: number): Decision | undefined {
  const unknown = unknownAmong(request.attributes)
  if (request.method === METHOD.binding)
    return { reply: unknown.length ? refuseUnknown(unknown) : answerBinding(client, request) }

  const own = relay.table.ofClient(client.key, now)
  const asker = authenticate(relay, client, request, own, now)
  if (!asker?.ok) return asker && { reply: asker.reply }
  const { username, key } = asker
  const asked: Asked = { client, request, username, key, own, now }
  return { key, reply: unknown.length ? refuseUnknown(unknown) : answerTurn(relay, asked) }
}

function answerBinding(client: Client, request: StunMessage): Reply {
  return { granted: [xorAddress(ATTRIBUTE.xorMappedAddress, client, request.transactionId)] }
}

function answerTurn(relay: RelayState, asked: Asked): Reply {
  if (asked.request.method === METHOD.allocate) return answerAllocate(relay, asked)
  const { own } = asked
  if (!own) return refuse(437)
  if (own.username !== asked.username) return refuse(441)
  switch (asked.request.method) {
    case METHOD.refresh:
      return answerRefresh(relay, asked, own)
    case METHOD.createPermission:
      return answerCreatePermission(relay, asked, own)
    case METHOD.channelBind:
      return answerChannelBind(relay, asked, own)
    default:
      return refuse(400)
  }
}

function answerRefresh({ table, limits }: RelayState, { request, now }: Asked, own: Allocation): Reply {
  const family = findAttribute(request, ATTRIBUTE.requestedAddressFamily)
  if (family && family[0] !== 1) return refuse(443)
  const wanted = readNumber(findAttribute(request, ATTRIBUTE.lifetime))
  const lifetimeMs = wanted === 0 ? 0 : grantedLifetimeMs(wanted, limits)
  if (lifetimeMs === 0) table.end(own)
  else own.expiresAt = now + lifetimeMs
  return { granted: [number(ATTRIBUTE.lifetime, lifetimeMs / 1000)] }
}
