/** What comes out of a conversation's log, in the words of the page that shows it. */

import type { EnvelopeType } from './envelope.ts'
import type { CommitReason, History } from './epoch-commit.ts'
import type { Kid } from './kid.ts'
import type { MemberRole } from './members.ts'
import type { SealedReason } from './result.ts'
import type { Wrap } from './wrap.ts'

/** One row of the log as the server gives it. `wraps` holds those for me or my duty key, while they exist. */
export type LogEntry = {
  readonly seq: number
  readonly kind: 'start' | 'commit' | 'envelope'
  readonly body: string
  readonly wraps?: readonly Wrap[]
}

/** A member as shown; staff have the name they bear in the key book. */
export type MemberView = { readonly role: MemberRole; readonly kid: Kid; readonly name?: string }

export type HeardStart = {
  readonly kind: 'start'
  readonly seq: number
  readonly epoch: 0
  readonly members: readonly MemberView[]
  readonly by: MemberView
  /** Whether I hold the key of this epoch. A member without it was given none, or a false one. */
  readonly holdsKey: boolean
}

export type HeardMembers = {
  readonly kind: 'members'
  readonly seq: number
  readonly epoch: number
  readonly members: readonly MemberView[]
  readonly reason: CommitReason
  readonly history: History
  readonly by: MemberView
  /** Whether I hold the key of this epoch. A member without it was given none, or a false one. */
  readonly holdsKey: boolean
  /** Messages passed on before as `unreadable` whose key came with this commit, in order of seq. */
  readonly nowReadable: readonly HeardMessage[]
}

export type HeardMessage = {
  readonly kind: 'message'
  readonly seq: number
  readonly epoch: number
  readonly id: string
  readonly type: EnvelopeType
  readonly from: MemberView
  readonly n: number
  readonly text: string
}

/** Genuine and in its place, but of an epoch whose key I do not hold. */
export type HeardUnreadable = Omit<HeardMessage, 'kind' | 'text'> & { readonly kind: 'unreadable' }

export type Heard = HeardStart | HeardMembers | HeardMessage | HeardUnreadable

/**
 * Why an entry was not heard, and what becomes of the view.
 *
 * - `skipped`: this entry counts for nothing; the log goes on after it.
 * - `already-heard`: the same entry again, which a resumed connection may bring; nothing is wrong.
 * - `read-again`: entries before this one are missing; ask the server again from `seq` of the last one heard.
 * - `broken`: the server shows two sides two logs, or another conversation. Nothing further is heard or sealed.
 */
export type Fault = {
  readonly reason: SealedReason
  readonly seq: number
  readonly after: 'skipped' | 'already-heard' | 'read-again' | 'broken'
}
