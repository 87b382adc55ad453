import { ok, type Result, refused } from '../result.ts'
import type { Conversation, Kid } from './conversation.ts'
import { isMember } from './conversation.ts'

/** What the server may know of an envelope: its public header. */
export type Appended = { readonly kid: Kid; readonly n: number; readonly epoch: number }

export type AppendRefusal =
  | { readonly reason: 'already-ended' }
  | { readonly reason: 'not-a-member' }
  | { readonly reason: 'stale-epoch'; readonly epoch: number }
  | { readonly reason: 'unknown-epoch'; readonly epoch: number }
  /** The number was used before: the same envelope again is harmless, another one is not. */
  | { readonly reason: 'number-taken' }
  | { readonly reason: 'out-of-order'; readonly expected: number }

/**
 * C5, C6 and C7: an envelope gets the next place in the log when its writer is a member now and it is that
 * writer's next one. `value` is the conversation after it; its place is `value.log.lastSeq`.
 */
export function append<C extends Conversation>(conversation: C, entry: Appended): Result<C, AppendRefusal> {
  const { log } = conversation
  const expected = (log.lastNumber[entry.kid] ?? 0) + 1
  if (entry.n < expected && isKnown(conversation, entry.kid)) return refused({ reason: 'number-taken' })
  if (!isMember(conversation, entry.kid)) return refused({ reason: 'not-a-member' })
  if (conversation.phase === 'ended') return refused({ reason: 'already-ended' })
  if (entry.epoch > log.epoch) return refused({ reason: 'unknown-epoch', epoch: log.epoch })
  if (entry.epoch < log.oldestEpoch) return refused({ reason: 'stale-epoch', epoch: log.epoch })
  if (entry.n !== expected) return refused({ reason: 'out-of-order', expected })
  return ok({
    ...conversation,
    log: { ...log, lastSeq: log.lastSeq + 1, lastNumber: { ...log.lastNumber, [entry.kid]: entry.n } },
  })
}

const isKnown = (conversation: Conversation, kid: Kid) => kid in conversation.log.lastNumber
