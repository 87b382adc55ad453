/** Each sender's own envelopes in their own order: counted, chained by hash, every id once. */
import type { EnvelopeHeader } from './envelope.ts'
import { NO_HASH } from './hash.ts'
import type { Kid } from './kid.ts'
import type { SealedReason } from './result.ts'

type Last = { readonly n: number; readonly hash: string }

const nothingYet: Last = { n: 0, hash: NO_HASH }

export type SenderChains = ReturnType<typeof createSenderChains>

export function createSenderChains() {
  const lastByKid = new Map<Kid, Last>()
  const ids = new Set<string>()
  return {
    lastOf(kid: Kid): Last {
      return lastByKid.get(kid) ?? nothingYet
    },

    whyNotNext({ kid, n, prev, id }: EnvelopeHeader): SealedReason | undefined {
      const last = lastByKid.get(kid) ?? nothingYet
      if (n <= last.n || ids.has(id)) return 'replayed'
      return n === last.n + 1 && prev === last.hash ? undefined : 'message-missing'
    },

    /** Also after a gap: what follows this envelope is measured by it, so that one loss is told once. */
    take({ kid, n, id }: EnvelopeHeader, hash: string): void {
      if (n <= (lastByKid.get(kid) ?? nothingYet).n) return
      lastByKid.set(kid, { n, hash })
      ids.add(id)
    },
  }
}
