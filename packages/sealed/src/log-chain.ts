/**
 * The running hash of a conversation's log: each entry hashed together with the hash before it. Two people who give
 * the same hash for the same seq have seen the same entries in the same order.
 */
import { sha256, utf8 } from './bytes.ts'
import { byte, encode, uint32 } from './codec.ts'
import type { Seen } from './envelope.ts'
import { hashBytes, hashOf, NO_HASH } from './hash.ts'
import type { LogEntry } from './heard.ts'

const kinds: readonly LogEntry['kind'][] = ['start', 'commit', 'envelope']

export type LogChain = ReturnType<typeof createLogChain>

export function createLogChain() {
  const hashes: string[] = [NO_HASH]
  return {
    get last(): Seen {
      return { seq: hashes.length - 1, hash: hashes.at(-1) as string }
    },

    /** `undefined` for a seq that has not come yet. */
    hashAt(seq: number): string | undefined {
      return hashes[seq]
    },

    /** What the hash would be with this entry in its place, which must follow something heard. */
    async hashWith({ seq, kind, body }: LogEntry): Promise<string> {
      const before = hashBytes(hashes[seq - 1] as string)
      const digest = await sha256(utf8(body))
      return hashOf(encode('HC1/log', [before, uint32(seq), byte(kinds.indexOf(kind)), digest]))
    },

    append(hash: string): void {
      hashes.push(hash)
    },
  }
}
