/** Reads a Send indication (RFC 8656, 11.2) in one pass and without a list: media may come this way. */
import { ATTRIBUTE, isOptional, readXorAddress } from './attributes.ts'
import { HEADER_LENGTH, MAGIC_COOKIE, padded } from './stun-message.ts'
import type { TransportAddress } from './transport-address.ts'

export type SendIndication = { readonly peer: TransportAddress; readonly data: Buffer }

const TYPE = 0x0016

export const isSendIndication = (bytes: Buffer) => bytes.length >= HEADER_LENGTH && bytes.readUInt16BE(0) === TYPE

export function readSendIndication(bytes: Buffer): SendIndication | undefined {
  if (!isSendIndication(bytes) || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined
  const length = HEADER_LENGTH + bytes.readUInt16BE(2)
  if (length !== bytes.length) return undefined
  let peer: TransportAddress | undefined
  let data: Buffer | undefined
  for (let at = HEADER_LENGTH; at + 4 <= length; ) {
    const type = bytes.readUInt16BE(at)
    const end = at + 4 + bytes.readUInt16BE(at + 2)
    if (end > length) return undefined
    if (type === ATTRIBUTE.peerAddress) peer ??= readXorAddress(bytes.subarray(at + 4, end), bytes.subarray(8, 20))
    else if (type === ATTRIBUTE.data) data ??= bytes.subarray(at + 4, end)
    else if (!isOptional(type)) return undefined
    at = padded(end)
  }
  return peer && data ? { peer, data } : undefined
}
