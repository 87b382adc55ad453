/**
 * The little work before a place in the queue: finds the number that, after the challenge, hashes to so many leading
 * zero bits. In slices, so that the page stays alive.
 */
const SLICE = 256

export async function solveWork(challenge: string, bits: number, signal?: AbortSignal): Promise<number> {
  const encoder = new TextEncoder()
  for (let from = 0; ; from += SLICE) {
    signal?.throwIfAborted()
    const tries = Array.from({ length: SLICE }, (_, i) =>
      crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}${from + i}`)),
    )
    const hashes = await Promise.all(tries)
    const found = hashes.findIndex((hash) => leadingZeroBits(new Uint8Array(hash)) >= bits)
    if (found >= 0) return from + found
  }
}

function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}
