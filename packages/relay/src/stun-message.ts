/**
 * The envelope of every STUN and TURN message (RFC 8489, section 5): read from bytes and written to them.
 *
 * What an attribute means is said in `attributes.ts`, whether a message is signed rightly in `integrity.ts`.
 * Bytes come from anybody on the internet: what cannot be read is `undefined`, never an exception.
 */
export const METHOD = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
  channelBind: 0x009,
} as const

export type MessageClass = 'request' | 'indication' | 'success' | 'error'

export type Attribute = { readonly type: number; readonly value: Buffer }

export type StunMessage = {
  readonly messageClass: MessageClass
  readonly method: number
  readonly transactionId: Buffer
  /** Up to MESSAGE-INTEGRITY: «attributes that follow it MUST be ignored» (14.5). The first of a kind counts. */
  readonly attributes: readonly Attribute[]
  /** Where MESSAGE-INTEGRITY begins, if it is there. */
  readonly integrityAt: number | undefined
  readonly fingerprintAt: number | undefined
  readonly bytes: Buffer
}

export type MessageToWrite = {
  readonly messageClass: MessageClass
  readonly method: number
  readonly transactionId: Buffer
  readonly attributes: readonly Attribute[]
}

export const HEADER_LENGTH = 20
export const MAGIC_COOKIE = 0x2112a442
const TRANSACTION_AT = 8
const MESSAGE_INTEGRITY = 0x0008
const FINGERPRINT = 0x8028
const CLASSES: readonly MessageClass[] = ['request', 'indication', 'success', 'error']

export function readMessage(bytes: Buffer): StunMessage | undefined {
  if (bytes.length < HEADER_LENGTH || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined
  const type = bytes.readUInt16BE(0)
  const length = bytes.readUInt16BE(2)
  const messageClass = CLASSES[((type & 0x0100) >> 7) | ((type & 0x0010) >> 4)]
  if (type > 0x3fff || messageClass === undefined) return undefined
  if (length % 4 !== 0 || bytes.length !== HEADER_LENGTH + length) return undefined

  const attributes: Attribute[] = []
  let integrityAt: number | undefined
  let fingerprintAt: number | undefined
  // Everything is a multiple of four, so that here there is always room for a type and a length.
  for (let at = HEADER_LENGTH; at < bytes.length; ) {
    if (fingerprintAt !== undefined) return undefined
    const attribute = bytes.readUInt16BE(at)
    const end = at + 4 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    if (attribute === FINGERPRINT) fingerprintAt = at
    else if (integrityAt === undefined && attribute === MESSAGE_INTEGRITY) integrityAt = at
    else if (integrityAt === undefined) attributes.push({ type: attribute, value: bytes.subarray(at + 4, end) })
    at = padded(end)
  }
  const method = (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2)
  const transactionId = bytes.subarray(TRANSACTION_AT, HEADER_LENGTH)
  return { messageClass, method, transactionId, attributes, integrityAt, fingerprintAt, bytes }
}

export function writeMessage(message: MessageToWrite): Buffer {
  const length = message.attributes.reduce((sum, { value }) => sum + 4 + padded(value.length), 0)
  const bytes = Buffer.alloc(HEADER_LENGTH + length)
  writeHeader(bytes, message)
  let at = HEADER_LENGTH
  for (const { type, value } of message.attributes) at = writeAttribute(bytes, at, type, value)
  return bytes
}

export function writeHeader(bytes: Buffer, message: Omit<MessageToWrite, 'attributes'>): void {
  const { method, messageClass } = message
  const classBits = CLASSES.indexOf(messageClass)
  const methodBits = (method & 0x000f) | ((method & 0x0070) << 1) | ((method & 0x0f80) << 2)
  bytes.writeUInt16BE(methodBits | ((classBits & 2) << 7) | ((classBits & 1) << 4), 0)
  bytes.writeUInt16BE(bytes.length - HEADER_LENGTH, 2)
  bytes.writeUInt32BE(MAGIC_COOKIE, 4)
  bytes.set(message.transactionId, TRANSACTION_AT)
}

/** Answers where the next attribute goes. */
export function writeAttribute(bytes: Buffer, at: number, type: number, value: Uint8Array): number {
  bytes.writeUInt16BE(type, at)
  bytes.writeUInt16BE(value.length, at + 2)
  bytes.set(value, at + 4)
  return at + 4 + padded(value.length)
}

export function findAttribute(message: StunMessage, type: number): Buffer | undefined {
  return message.attributes.find((attribute) => attribute.type === type)?.value
}

export const padded = (length: number) => (length + 3) & ~3
