/**
 * A little work before a place in the queue: a moment for one phone, hours for who wants ten thousand places. The
 * challenge is signed, so the server keeps nothing until it is answered; its place in the database is unique.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Instant, MINUTE_MS } from '@houvast/rules/time'
import { fromBase64Url } from '@houvast/sealed/bytes'

/** About 4,000 hashes: a fifth of a second on a phone when it is quiet. */
export const QUIET_BITS = 12
/** About 65,000 hashes: two seconds on a poor phone, under a flood. */
export const FLOOD_BITS = 16
/** Places asked in the last minute above which each asks more work. */
const BUSY_PER_MINUTE = 60
/** Above this many it does not get harder, so more need not be remembered. */
const COUNTED_MOST = BUSY_PER_MINUTE * 2 ** (FLOOD_BITS - QUIET_BITS)
const GOOD_FOR_MS = 10 * MINUTE_MS

export class ProofOfWork {
  readonly #key: Buffer
  readonly #now: () => Instant
  #asked: Instant[] = []

  constructor(key: Buffer, now: () => Instant) {
    this.#key = key
    this.#now = now
  }

  challenge(line: string): { challenge: string; bits: number } {
    const now = this.#now()
    this.#asked.push(now)
    const recent = this.#asked.findIndex((at) => now - at < MINUTE_MS)
    this.#asked.splice(0, Math.max(recent, this.#asked.length - COUNTED_MOST))
    const pressure = Math.log2(Math.max(1, this.#asked.length / BUSY_PER_MINUTE))
    const bits = Math.min(FLOOD_BITS, QUIET_BITS + Math.ceil(pressure))
    const body = Buffer.alloc(12 + 8 + 1)
    randomBytes(12).copy(body)
    body.writeBigUInt64BE(BigInt(now + GOOD_FOR_MS), 12)
    body.writeUInt8(bits, 20)
    return { challenge: Buffer.concat([body, this.#sign(line, body)]).toString('base64url'), bits }
  }

  /** `challenge` ‖ `solution` (decimal) must hash to that many leading zero bits, in time, for this line. */
  isSolved(line: string, challenge: string, solution: number): boolean {
    // Strict: a second spelling of the same challenge would be a second place.
    const bytes = Buffer.from(fromBase64Url(challenge) ?? [])
    const body = bytes.subarray(0, 21)
    const signature = bytes.subarray(21)
    const expected = this.#sign(line, body)
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return false
    if (Number(body.readBigUInt64BE(12)) < this.#now()) return false
    return leadingZeroBits(createHash('sha256').update(`${challenge}${solution}`).digest()) >= body.readUInt8(20)
  }

  #sign(line: string, body: Buffer) {
    return createHmac('sha256', this.#key).update(`place/${line}/`).update(body).digest().subarray(0, 16)
  }
}

function leadingZeroBits(hash: Buffer): number {
  let bits = 0
  for (const byte of hash) {
    if (byte === 0) bits += 8
    else return bits + Math.clz32(byte) - 24
  }
  return bits
}
