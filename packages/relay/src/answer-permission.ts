/**
 * CreatePermission and ChannelBind (RFC 8656, 10 and 12): with whom an allocation may talk.
 *
 * There is one address that may be a peer, the relay's own; whoever asks for another is told so. This is the whole of
 * the defence against being used to reach machines behind the relay, and it needs no list of them.
 */
import type { Allocation } from './allocation-table.ts'
import type { Asked } from './answer-request.ts'
import { ATTRIBUTE, readChannelNumber, readXorAddress } from './attributes.ts'
import type { RelayState } from './relay-state.ts'
import { type RefusalCode, type Reply, refuse } from './reply.ts'
import { findAttribute, type StunMessage } from './stun-message.ts'

const FIRST_CHANNEL = 0x4000
/** RFC 8656 ends at 0x4FFF; RFC 5766, which some clients still speak, here. */
const LAST_CHANNEL = 0x7fff

export function answerCreatePermission(relay: RelayState, { request, now }: Asked, own: Allocation): Reply {
  const peers = request.attributes.filter(({ type }) => type === ATTRIBUTE.peerAddress)
  if (!peers.length) return refuse(400)
  for (const { value } of peers) {
    const code = refusalOfPeer(relay, value, request)
    if (code) return refuse(code)
  }
  relay.table.permit(own, now)
  return { granted: [] }
}

export function answerChannelBind(relay: RelayState, { request, now }: Asked, own: Allocation): Reply {
  const number = readChannelNumber(findAttribute(request, ATTRIBUTE.channelNumber))
  const value = findAttribute(request, ATTRIBUTE.peerAddress)
  if (value === undefined || number === undefined) return refuse(400)
  if (number < FIRST_CHANNEL || number > LAST_CHANNEL) return refuse(400)
  const code = refusalOfPeer(relay, value, request)
  if (code) return refuse(code)
  const peerPort = readXorAddress(value, request.transactionId)?.port ?? 0
  switch (relay.table.bind(own, number, peerPort, now)) {
    case 'taken':
      return refuse(400)
    case 'too-many':
      return refuse(508)
    case undefined:
      return { granted: [] }
  }
}

function refusalOfPeer({ address }: RelayState, value: Buffer, request: StunMessage): RefusalCode | undefined {
  const peer = readXorAddress(value, request.transactionId)
  if (!peer) return 400
  if (value[1] !== 1) return 443
  return peer.address === address ? undefined : 403
}
