import { type Instant, MINUTE_MS } from '../time.ts'
import type { Conversation, Ended, EndedBy } from './conversation.ts'

/** C4: how long a place in the queue is kept for someone whose connection is gone. */
export const WAITING_GRACE_MS = 5 * MINUTE_MS

/** C4: how long a running conversation stays open when the seeker's connection is gone. */
export const TALK_GRACE_MS = 60 * MINUTE_MS

/** C3: either side may end it at any time; ending twice is harmless and keeps the first end. */
export function end(conversation: Conversation, by: EndedBy, now: Instant): Ended {
  if (conversation.phase === 'ended') return conversation
  const { log, members } = conversation
  return { phase: 'ended', at: now, by, log, members }
}

/** C4: whether nobody has been on the seeker's side for so long that the conversation is over. */
export function isLapsed(conversation: Conversation, seekerSeenAt: Instant, now: Instant): boolean {
  if (conversation.phase === 'ended') return false
  const grace = conversation.phase === 'waiting' ? WAITING_GRACE_MS : TALK_GRACE_MS
  return now - seekerSeenAt > grace
}
