/**
 * Where conversations and their logs are kept. Rules run inside the transaction, so a rule sees the latest
 * state and two helpers can never both win; for this reason rules are synchronous. Every promise here is
 * held to on both engines by conversations.contract.ts.
 */
import type { AppendRefusal } from '@houvast/rules/conversation/append'
import type { Conversation, Kid } from '@houvast/rules/conversation/conversation'
import type { Result } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'

export type Entry = {
  readonly seq: number
  readonly kind: 'start' | 'commit' | 'envelope'
  readonly body: string
  readonly wraps?: readonly Wrap[]
}

export type Wrap = { readonly for: Kid; readonly sealed: string }

export type NewConversation = {
  readonly line: string
  readonly id: string
  readonly state: Conversation
  readonly secretHash: string
  readonly placeTicket: string
  readonly start: NewCommit
  readonly intake: { readonly id: string; readonly kid: Kid; readonly body: string }
}

/** An epoch commit to be put in a log, with the new key's wraps. Its `id` is its hash. */
export type NewCommit = {
  readonly id: string
  readonly kid: Kid
  readonly body: string
  readonly wraps: readonly Wrap[]
}

/** An envelope to be put in a log, with what its public header says. */
export type ToAppend = {
  readonly line: string
  readonly conversation: string
  readonly id: string
  readonly kid: Kid
  readonly n: number
  readonly epoch: number
  readonly body: string
  /**
   * Said in one frame with the one before it in the list, and sealed to follow that: when that one is not in the log
   * as it was sealed, this one has no place there either.
   */
  readonly follows?: boolean
}

/** `repeated`: it was in the log already, at this place; nothing was written. */
export type Appended = { readonly seq: number; readonly repeated: boolean }
export type AppendFailure = AppendRefusal | { readonly reason: 'not-found' } | { readonly reason: 'id-taken' }

export type Kept = {
  readonly id: string
  readonly state: Conversation
  readonly seekerSeenAt: Instant
}

export interface Conversations {
  /** `'repeated'`: the same conversation was opened before. `'place-taken'`: its ticket was used for another. */
  open(conversation: NewConversation, now: Instant): Promise<'opened' | 'repeated' | 'place-taken'>
  find(line: string, id: string): Promise<Kept | undefined>
  /** Whether this is the secret of this conversation; the same answer for one that is not there. */
  isSecret(line: string, id: string, secretHash: string): Promise<boolean>
  /**
   * R2: appends many in one flushed transaction, in the order given, and answers for each. One bad entry costs
   * nobody else theirs.
   */
  append(entries: readonly ToAppend[]): Promise<readonly Result<Appended, AppendFailure>[]>
  /** Changes a conversation by a rule; `entry` goes into the log at the new `lastSeq` when the rule agrees. */
  change<Why>(
    line: string,
    id: string,
    rule: (now: Conversation) => Result<Conversation, Why>,
    commit?: NewCommit,
  ): Promise<Result<Conversation, Why> | undefined>
  /** Entries after `since`, at most LOG_PAGE, with the wraps made for one of `kids`. */
  read(line: string, id: string, since: number, kids: readonly Kid[]): Promise<readonly Entry[]>
  waiting(line: string): Promise<readonly Kept[]>
  ofHelper(line: string, kid: Kid): Promise<readonly Kept[]>
  /** Active ones in which this person is, in whatever role. */
  ofMember(line: string, kid: Kid): Promise<readonly Kept[]>
  pickUpsSince(line: string, since: Instant): Promise<readonly Instant[]>
  seekerSeen(line: string, id: string, at: Instant): Promise<void>
  /** Waiting or active conversations whose seeker was last there before `before`. */
  quietSince(line: string, before: Instant): Promise<readonly Kept[]>
  endedBefore(line: string, before: Instant): Promise<readonly string[]>
  /** Destroys the erasure key, then the rows. Erasing twice is harmless. `false`: there was nothing. */
  erase(line: string, id: string): Promise<boolean>
  setSeen(line: string, id: string, kid: Kid, seen: { delivered: number; read: number }): Promise<void>
  seen(line: string, id: string): Promise<readonly { kid: Kid; delivered: number; read: number }[]>
}
