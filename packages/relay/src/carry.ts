/**
 * The hot path: what one client sends is given to the other, in this process, without a second pair of sockets.
 *
 * ChannelData that leaves as ChannelData keeps its buffer: only the number of the channel is written over. Whatever may
 * not pass is dropped without a word, as the standard wants (RFC 8656, 11.2 and 12.6).
 */

import { randomBytes } from 'node:crypto'
import type { Allocation } from './allocation-table.ts'
import { spend } from './allowance.ts'
import { ATTRIBUTE, xorAddress } from './attributes.ts'
import type { RelayState } from './relay-state.ts'
import { readSendIndication } from './send-indication.ts'
import { HEADER_LENGTH, METHOD, padded, writeAttribute, writeHeader } from './stun-message.ts'

const CHANNEL_HEADER = 4

/** Gives bytes that are ready to a client. Faults for tests come in between. */
export type Hand = (from: Allocation, to: Allocation, bytes: Buffer) => void

export function carryChannelData(relay: RelayState, from: Allocation, bytes: Buffer, now: number, hand: Hand): void {
  const { counts } = relay
  const length = bytes.length >= CHANNEL_HEADER ? bytes.readUInt16BE(2) : bytes.length
  const end = CHANNEL_HEADER + length
  if (end > bytes.length) {
    counts.unreadable++
    return
  }
  const channel = from.channels.get(bytes.readUInt16BE(0))
  if (!channel || channel.expiresAt <= now) {
    counts.droppedUnpermitted++
    return
  }
  const to = receiver(relay, from, channel.peerPort, length, now)
  if (!to) return
  const back = to.channelsByPeer.get(from.port)
  if (back && now < back.expiresAt) {
    bytes.writeUInt16BE(back.number, 0)
    hand(from, to, to.client.isStream ? paddedTo4(bytes, end) : bytes.subarray(0, end))
  } else hand(from, to, dataIndication(relay, from, bytes.subarray(CHANNEL_HEADER, end)))
}

export function carrySendIndication(relay: RelayState, from: Allocation, bytes: Buffer, now: number, hand: Hand): void {
  const sent = readSendIndication(bytes)
  if (!sent) {
    relay.counts.unreadable++
    return
  }
  if (from.permittedUntil <= now || sent.peer.address !== relay.address) {
    relay.counts.droppedUnpermitted++
    return
  }
  const to = receiver(relay, from, sent.peer.port, sent.data.length, now)
  if (!to) return
  const back = to.channelsByPeer.get(from.port)
  const hasChannel = back !== undefined && now < back.expiresAt
  hand(from, to, hasChannel ? channelData(back.number, sent.data) : dataIndication(relay, from, sent.data))
}

/** Who holds the port and wants to hear from this relay; what the sender may still send is charged here. */
function receiver(
  { table, counts }: RelayState,
  from: Allocation,
  port: number,
  length: number,
  now: number,
): Allocation | undefined {
  const to = table.atPort(port, now)
  if (!to || to.permittedUntil <= now) {
    counts.droppedUnpermitted++
    return undefined
  }
  if (!spend(from.allowance, length, now)) {
    counts.droppedOverRate++
    return undefined
  }
  return to
}

function paddedTo4(bytes: Buffer, end: number): Buffer {
  const wanted = padded(end)
  if (wanted <= bytes.length) return bytes.subarray(0, wanted)
  const longer = Buffer.alloc(wanted)
  longer.set(bytes.subarray(0, end))
  return longer
}

function channelData(number: number, data: Buffer): Buffer {
  const bytes = Buffer.alloc(padded(CHANNEL_HEADER + data.length))
  bytes.writeUInt16BE(number, 0)
  bytes.writeUInt16BE(data.length, 2)
  bytes.set(data, CHANNEL_HEADER)
  return bytes
}

function dataIndication({ address }: RelayState, from: Allocation, data: Buffer): Buffer {
  const transactionId = randomBytes(12)
  const peer = xorAddress(ATTRIBUTE.peerAddress, { address, port: from.port }, transactionId)
  const bytes = Buffer.alloc(HEADER_LENGTH + 4 + peer.value.length + 4 + padded(data.length))
  writeHeader(bytes, { method: METHOD.data, messageClass: 'indication', transactionId })
  writeAttribute(bytes, writeAttribute(bytes, HEADER_LENGTH, peer.type, peer.value), ATTRIBUTE.data, data)
  return bytes
}
