/** Allocate (RFC 8656, 7.2): a virtual relayed address for one client, or why not. */
import type { Allocation } from './allocation-table.ts'
import type { Asked } from './answer-request.ts'
import { ATTRIBUTE, number, readNumber, xorAddress } from './attributes.ts'
import { grantedLifetimeMs } from './lifetime.ts'
import type { RelayState } from './relay-state.ts'
import { type RefusalCode, type Reply, refuse } from './reply.ts'
import { findAttribute, type StunMessage } from './stun-message.ts'

const UDP = 17
const IPV4 = 1
const RESERVE_NEXT = 0x80

export function answerAllocate(relay: RelayState, asked: Asked): Reply {
  const { table, limits, counts } = relay
  const { client, request, username, key, own, now } = asked
  if (own) {
    const isRepeated = own.madeBy.equals(request.transactionId) && own.username === username
    return isRepeated ? grant(relay, own, asked) : refuse(437)
  }
  const code = refusalOf(request)
  if (code) return refuse(code)
  const room = table.roomFor(username, client.address)
  if (room !== 'room') return refuse(room === 'quota' ? 486 : 508)

  counts.allocated++
  const wanted = readNumber(findAttribute(request, ATTRIBUTE.lifetime))
  const allocation = table.make(
    {
      client,
      username,
      key,
      // A copy: the transaction lies in a buffer that came from the network.
      madeBy: Buffer.from(request.transactionId),
      lifetimeMs: grantedLifetimeMs(wanted, limits),
      evenPort: findAttribute(request, ATTRIBUTE.evenPort) !== undefined,
    },
    now,
  )
  return grant(relay, allocation, asked)
}

function grant({ address }: RelayState, { expiresAt, port }: Allocation, { client, request, now }: Asked): Reply {
  const { transactionId } = request
  return {
    granted: [
      xorAddress(ATTRIBUTE.relayedAddress, { address, port }, transactionId),
      number(ATTRIBUTE.lifetime, Math.round((expiresAt - now) / 1000)),
      xorAddress(ATTRIBUTE.xorMappedAddress, client, transactionId),
    ],
  }
}

/** What we do not offer: anything but UDP over IPv4, and ports in pairs, which nobody needs since RTP and RTCP share one. */
function refusalOf(request: StunMessage): RefusalCode | undefined {
  const transport = findAttribute(request, ATTRIBUTE.requestedTransport)
  const family = findAttribute(request, ATTRIBUTE.requestedAddressFamily)
  const evenPort = findAttribute(request, ATTRIBUTE.evenPort)
  const reservation = findAttribute(request, ATTRIBUTE.reservationToken)
  if (transport?.length !== 4) return 400
  if (transport[0] !== UDP) return 442
  if (reservation && (evenPort || family)) return 400
  if (family && family[0] !== IPV4) return 440
  if (reservation || ((evenPort?.[0] ?? 0) & RESERVE_NEXT) !== 0) return 508
  return undefined
}
