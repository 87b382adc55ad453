/** What stands in the attributes of RFC 8489 and RFC 8656 that this relay reads or writes. */
import { type Attribute, MAGIC_COOKIE } from './stun-message.ts'
import { readAddressText, type TransportAddress, writeAddressText } from './transport-address.ts'

export const ATTRIBUTE = {
  mappedAddress: 0x0001,
  username: 0x0006,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  peerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  evenPort: 0x0018,
  requestedTransport: 0x0019,
  reservationToken: 0x0022,
  xorMappedAddress: 0x0020,
} as const

/** Below this an attribute must be understood or the message refused (RFC 8489, 14). */
export const isOptional = (type: number) => type >= 0x8000
const known: ReadonlySet<number> = new Set(Object.values(ATTRIBUTE))

/** DONT-FRAGMENT is among them: Node cannot set the bit, and the standard wants a 420 then. */
export function unknownAmong(attributes: readonly Attribute[]): readonly number[] {
  return attributes.map(({ type }) => type).filter((type) => !isOptional(type) && !known.has(type))
}

/** XOR-MAPPED-ADDRESS, XOR-PEER-ADDRESS and XOR-RELAYED-ADDRESS (RFC 8489, 14.2). */
export function readXorAddress(value: Buffer, transactionId: Buffer): TransportAddress | undefined {
  const length = value[1] === 1 ? 4 : value[1] === 2 ? 16 : undefined
  if (length === undefined || value.length !== 4 + length) return undefined
  const port = value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16)
  return { address: writeAddressText(xor(value.subarray(4), transactionId)), port }
}

export function xorAddress(type: number, { address, port }: TransportAddress, transactionId: Buffer): Attribute {
  const bytes = readAddressText(address)
  const value = Buffer.alloc(4 + bytes.length)
  value[1] = bytes.length === 4 ? 1 : 2
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2)
  value.set(xor(bytes, transactionId), 4)
  return { type, value }
}

function xor(bytes: Uint8Array, transactionId: Buffer): Buffer {
  const mask = Buffer.alloc(16)
  mask.writeUInt32BE(MAGIC_COOKIE)
  mask.set(transactionId, 4)
  return Buffer.from(bytes.map((byte, i) => byte ^ (mask[i] ?? 0)))
}

export function readNumber(value: Buffer | undefined): number | undefined {
  return value?.length === 4 ? value.readUInt32BE() : undefined
}

export function number(type: number, n: number): Attribute {
  const value = Buffer.alloc(4)
  value.writeUInt32BE(n)
  return { type, value }
}

export function text(type: number, words: string): Attribute {
  return { type, value: Buffer.from(words) }
}

/** The number stands in the first two bytes, the rest is kept for the future (RFC 8656, 18.1). */
export function readChannelNumber(value: Buffer | undefined): number | undefined {
  return value?.length === 4 ? value.readUInt16BE() : undefined
}

export function channelNumber(channel: number): Attribute {
  return number(ATTRIBUTE.channelNumber, channel * 0x10000)
}

export function errorCode(code: number, reason: string): Attribute {
  const value = Buffer.concat([Buffer.from([0, 0, Math.trunc(code / 100), code % 100]), Buffer.from(reason)])
  return { type: ATTRIBUTE.errorCode, value }
}

export function readErrorCode(value: Buffer | undefined): number | undefined {
  const [, , hundreds, rest] = value ?? []
  return hundreds === undefined || rest === undefined ? undefined : (hundreds & 7) * 100 + rest
}

export function unknownAttributes(types: readonly number[]): Attribute {
  const value = Buffer.alloc(types.length * 2)
  for (const [i, type] of types.entries()) value.writeUInt16BE(type, i * 2)
  return { type: ATTRIBUTE.unknownAttributes, value }
}
