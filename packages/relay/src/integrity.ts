/** MESSAGE-INTEGRITY and FINGERPRINT (RFC 8489, 14.5 and 14.7) under long-term credentials (9.2.2). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { HEADER_LENGTH, type StunMessage, writeAttribute } from './stun-message.ts'

const MESSAGE_INTEGRITY = 0x0008
const FINGERPRINT = 0x8028
const INTEGRITY_LENGTH = 24
const FINGERPRINT_LENGTH = 8
const FINGERPRINT_XOR = 0x5354554e

/** MD5 is what the standard asks for here; the credential it covers is itself an HMAC. */
export function longTermKey(username: string, realm: string, credential: string): Buffer {
  return createHash('md5').update(`${username}:${realm}:${credential}`).digest()
}

export function isSignedWith(key: Buffer, { bytes, integrityAt }: StunMessage): boolean {
  if (integrityAt === undefined || bytes.readUInt16BE(integrityAt + 2) !== INTEGRITY_LENGTH - 4) return false
  const said = bytes.subarray(integrityAt + 4, integrityAt + INTEGRITY_LENGTH)
  return timingSafeEqual(said, integrityOf(key, bytes.subarray(0, integrityAt)))
}

export function sign(key: Buffer, message: Buffer): Buffer {
  const signed = withRoom(message, INTEGRITY_LENGTH)
  writeAttribute(signed, message.length, MESSAGE_INTEGRITY, integrityOf(key, message))
  return signed
}

/** A message without a fingerprint is sound; one with a wrong fingerprint is not STUN. */
export function isSound({ bytes, fingerprintAt }: StunMessage): boolean {
  if (fingerprintAt === undefined) return true
  if (bytes.length - fingerprintAt !== FINGERPRINT_LENGTH) return false
  return bytes.readUInt32BE(fingerprintAt + 4) === fingerprintOf(bytes.subarray(0, fingerprintAt))
}

export function addFingerprint(message: Buffer): Buffer {
  const marked = withRoom(message, FINGERPRINT_LENGTH)
  const value = Buffer.alloc(4)
  value.writeUInt32BE(fingerprintOf(marked.subarray(0, message.length)))
  writeAttribute(marked, message.length, FINGERPRINT, value)
  return marked
}

/** Both are computed as if the message ended with the attribute itself, so the length says so first. */
function withRoom(message: Buffer, room: number): Buffer {
  const longer = Buffer.alloc(message.length + room)
  longer.set(message)
  longer.writeUInt16BE(longer.length - HEADER_LENGTH, 2)
  return longer
}

function integrityOf(key: Buffer, before: Buffer): Buffer {
  return createHmac('sha1', key).update(headed(before, INTEGRITY_LENGTH)).update(before.subarray(4)).digest()
}

function headed(before: Buffer, room: number): Buffer {
  const head = Buffer.from(before.subarray(0, 4))
  head.writeUInt16BE(before.length + room - HEADER_LENGTH, 2)
  return head
}

function fingerprintOf(before: Buffer): number {
  return (crc32(before.subarray(4), crc32(headed(before, FINGERPRINT_LENGTH))) ^ FINGERPRINT_XOR) >>> 0
}
