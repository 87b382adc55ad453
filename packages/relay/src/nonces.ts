/**
 * Nonces without memory: each says when it was made and proves that we made it for this very five-tuple. Nothing is kept
 * for a stranger, so strangers cannot fill anything.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Nonces = {
  make(client: string, now: number): string
  isFresh(nonce: string, client: string, now: number): boolean
}

const TIME_LENGTH = 4
const PROOF_LENGTH = 11

export function createNonces(lifetimeMs: number, key: Buffer = randomBytes(32)): Nonces {
  function write(client: string, second: number): Buffer {
    const time = Buffer.alloc(TIME_LENGTH)
    time.writeUInt32BE(second >>> 0)
    const proof = createHmac('sha256', key).update(time).update(client).digest().subarray(0, PROOF_LENGTH)
    return Buffer.concat([time, proof])
  }
  return {
    make: (client, now) => write(client, Math.floor(now / 1000)).toString('base64url'),
    isFresh(nonce, client, now) {
      const bytes = Buffer.from(nonce, 'base64url')
      if (bytes.length !== TIME_LENGTH + PROOF_LENGTH) return false
      const second = bytes.readUInt32BE()
      const age = now - second * 1000
      return age > -1000 && age <= lifetimeMs && timingSafeEqual(bytes, write(client, second))
    },
  }
}
