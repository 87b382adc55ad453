/**
 * A helpline conversation, from the first hello to the goodbye, as the server knows it: who takes part,
 * how far its log has come, and in which phase it is. What is said is sealed and not in here.
 *
 * Rules only: no clock, no storage, no network. Rule numbers (C1, C2, …) are those of docs/rules/conversation.md.
 */
import type { Instant } from '../time.ts'

export type Conversation = Waiting | Active | Ended

export type Waiting = Shared & { readonly phase: 'waiting'; readonly since: Instant }
export type Active = Shared & {
  readonly phase: 'active'
  readonly since: Instant
  /** The staff member who has the conversation. */
  readonly helper: Kid
}
export type Ended = Shared & { readonly phase: 'ended'; readonly at: Instant; readonly by: EndedBy }

export type EndedBy = 'seeker' | 'helper' | 'silence'

/** Key id of a person or of a duty key, as in HC-1. */
export type Kid = string

export type MemberRole = 'seeker' | 'helper' | 'reader' | 'duty'

export type Member = { readonly kid: Kid; readonly role: MemberRole }

type Shared = {
  readonly log: Log
  /** Members of the present epoch. */
  readonly members: readonly Member[]
}

/** How far the log has come. Ordering is by `seq` alone; clocks never order anything. */
export type Log = {
  /** The last entry's place, 1 for the first; entries have no holes. */
  readonly lastSeq: number
  readonly epoch: number
  /** Hash of the last epoch commit: the next one must build on it. */
  readonly commitHash: string
  /** The oldest epoch whose key every present member can have. */
  readonly oldestEpoch: number
  /** Per writer, the number of their last entry. */
  readonly lastNumber: Readonly<Record<Kid, number>>
}

export const isMember = (conversation: Conversation, kid: Kid) =>
  conversation.members.some((member) => member.kid === kid)

/** C10: brought in as a third; the talk is not theirs. */
export const isGuest = (conversation: Conversation, kid: Kid | undefined) =>
  conversation.members.some((member) => member.kid === kid && member.role === 'reader')

export const seekerOf = (conversation: Conversation): Kid | undefined =>
  conversation.members.find((member) => member.role === 'seeker')?.kid
