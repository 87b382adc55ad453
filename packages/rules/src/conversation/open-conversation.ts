import type { Instant } from '../time.ts'
import type { Kid, Waiting } from './conversation.ts'

/** A seeker takes a place in the queue: the start is entry 1, the intake entry 2 and the seeker's first. */
export function openConversation(start: { seeker: Kid; duty: Kid; commitHash: string }, now: Instant): Waiting {
  return {
    phase: 'waiting',
    since: now,
    members: [
      { kid: start.seeker, role: 'seeker' },
      { kid: start.duty, role: 'duty' },
    ],
    log: {
      lastSeq: 2,
      epoch: 0,
      oldestEpoch: 0,
      commitHash: start.commitHash,
      lastNumber: { [start.seeker]: 1 },
    },
  }
}
