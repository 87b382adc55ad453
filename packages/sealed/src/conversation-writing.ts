/** What a member sends: envelopes, commits and signals, made from where the conversation stands. Changes nothing. */
import type { CommitPlan } from './commit-makers.ts'
import { type ConversationView, whyElsewhere } from './conversation-view.ts'
import {
  type Ciphertext,
  type EnvelopeType,
  openEnvelope,
  readEnvelope,
  type Sealed,
  type Seen,
  sealEnvelope,
} from './envelope.ts'
import { type CommitHeader, makeCommit, type NewCommit } from './epoch-commit.ts'
import type { Epoch } from './epochs.ts'
import { mayCommit } from './may-commit.ts'
import { ok, type Result, refused } from './result.ts'
import { isSignedBy } from './signed.ts'

/** Where my next envelope goes. */
export type Position = { readonly n: number; readonly prev: string; readonly seen: Seen }

export type Writing = Position & { readonly type: EnvelopeType; readonly text: string; readonly id: string }

export function positionOf({ senders, mine, log }: ConversationView): Position {
  const last = senders.lastOf(mine.kid)
  return { n: last.n + 1, prev: last.hash, seen: log.last }
}

export async function seal(view: ConversationView, { text, ...writing }: Writing): Promise<Result<Sealed>> {
  const { line, conversation, mine } = view
  const now = view.epochs.current
  if (!now) return refused('not-started')
  if (!isMemberOf(now, view)) return refused('not-a-member')
  const message = await view.epochs.messageKey(now.epoch, mine.kid)
  if (!message) return refused('no-key')
  const { head: keyBookHead } = await view.books.latest()
  const header = { ...writing, v: 1, line, conversation, epoch: now.epoch, kid: mine.kid, keyBookHead } as const
  return sealEnvelope(header, text, { message, signing: mine.signing })
}

export async function reseal(
  view: ConversationView,
  envelope: Ciphertext,
  position: Position,
): Promise<Result<Sealed>> {
  const mine = await openMine(view, envelope)
  return mine.ok ? seal(view, { ...position, ...mine.value }) : mine
}

/** What I sealed myself and may not be in the log yet: an outbox keeps nothing but the envelope. */
export async function openMine(
  view: ConversationView,
  envelope: Ciphertext,
): Promise<Result<Pick<Writing, 'type' | 'text' | 'id'>>> {
  const read = await readEnvelope(envelope)
  if (!read.ok) return read
  const { header, signature } = read.value
  const elsewhere = whyElsewhere(view, header)
  if (elsewhere) return refused(elsewhere)
  if (header.kid !== view.mine.kid) return refused('not-for-me')
  if (!(await isSignedBy(view.mine.sign, signature))) return refused('bad-signature')
  const key = await view.epochs.messageKey(header.epoch, header.kid)
  if (!key) return refused('no-key')
  const text = await openEnvelope(read.value, key)
  return text.ok ? ok({ type: header.type, id: header.id, text: text.value }) : text
}

export async function makeCommitIn(view: ConversationView, plan: CommitPlan): Promise<Result<NewCommit>> {
  const now = view.epochs.current
  if (!now) return refused('not-started')
  const book = await view.books.latest()
  const header: CommitHeader = {
    ...plan,
    line: view.line,
    conversation: view.conversation,
    epoch: now.epoch + 1,
    previous: now.hash,
    keyBookHead: book.head,
    committer: view.mine.kid,
  }
  const allowed = mayCommit(now, header, book)
  return allowed.ok ? makeCommit(header, view.mine.signing, view.epochs.secretOf(now.epoch)) : allowed
}

export function isMemberOf(epoch: Epoch, { mine }: ConversationView): boolean {
  return epoch.members.some(({ kid }) => kid === mine.kid)
}
