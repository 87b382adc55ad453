/**
 * Who may change who is in a conversation. Pure: no keys are used, no signature is checked here.
 *
 * The server may be anybody, so every client applies these rules itself, to its own commits as well as to others'.
 */
import { equalBytes } from './bytes.ts'
import type { CommitHeader } from './epoch-commit.ts'
import { headIndex, type KeyBook, memberAt } from './key-book.ts'
import { isSameMember, type Member, memberWithRole } from './members.ts'
import { ok, type Result, refused, type SealedReason } from './result.ts'

/** What the commit (or start) before this one established. */
export type Standing = Pick<CommitHeader, 'line' | 'conversation' | 'epoch' | 'members' | 'keyBookHead'> & {
  readonly hash: string
}

export function mayCommit(previous: Standing, next: CommitHeader, book: KeyBook): Result<CommitHeader> {
  const why =
    whyNotHere(previous, next) ??
    whyNotThisBook(previous, next, book) ??
    whyNotTheseMembers(previous, next) ??
    whyNotFor(previous, next, book)
  return why ? refused(why) : ok(next)
}

function whyNotHere(previous: Standing, next: CommitHeader): SealedReason | undefined {
  if (next.line !== previous.line) return 'wrong-line'
  if (next.conversation !== previous.conversation) return 'wrong-conversation'
  if (next.epoch !== previous.epoch + 1) return 'wrong-epoch'
  if (next.previous !== previous.hash) return 'wrong-previous'
  return undefined
}

function whyNotThisBook(previous: Standing, next: CommitHeader, book: KeyBook): SealedReason | undefined {
  if (book.line !== next.line) return 'wrong-line'
  const before = headIndex(book, previous.keyBookHead)
  const now = headIndex(book, next.keyBookHead)
  if (before === undefined || now === undefined) return 'key-book-head-unknown'
  if (now < before) return 'key-book-rolled-back'
  const isKnown = ({ kid, kem }: Member) => {
    const inBook = memberAt(book, kid, next.keyBookHead)
    return inBook !== undefined && equalBytes(inBook.kem, kem)
  }
  const staff = next.members.filter(({ role }) => role === 'helper' || role === 'reader')
  if (!staff.every(isKnown)) return 'not-in-book'
  if (next.committer === previous.members[0]?.kid) return undefined
  return memberAt(book, next.committer, next.keyBookHead) ? undefined : 'not-in-book'
}

/** A seeker who stays the same, at most one helper or one duty key, and nobody twice. */
function whyNotTheseMembers(previous: Standing, next: CommitHeader): SealedReason | undefined {
  const [seeker, ...others] = next.members
  if (!isSameMember(seeker, previous.members[0])) return 'seeker-changed'
  const kids = new Set(next.members.map(({ kid }) => kid))
  const [second, ...rest] = others
  const isInOrder = rest.every(({ role }) => role === 'reader') && second?.role !== 'seeker'
  return kids.size === next.members.length && isInOrder ? undefined : 'wrong-members'
}

function whyNotFor(previous: Standing, next: CommitHeader, book: KeyBook): SealedReason | undefined {
  if (next.reason === 'rescue') return whyNotRescue(previous, next, book)
  // Everything else is for staff: a seeker cannot be made to let anybody in.
  if (next.committer === previous.members[0]?.kid) return 'wrong-role'
  switch (next.reason) {
    case 'pick-up':
      return whyNotPickUp(previous, next)
    case 'hand-over':
      return whyNotHandOver(previous, next)
    case 'back-to-queue':
      return whyNotBackToQueue(previous, next)
    case 'read-along':
      return whyNotReadAlong(previous, next, book)
    case 'leave':
      return whyNotLeave(previous, next)
  }
}

/** The seeker takes in a shift lead of their line; whoever was there before is out. */
function whyNotRescue(previous: Standing, next: CommitHeader, book: KeyBook): SealedReason | undefined {
  if (next.committer !== previous.members[0]?.kid) return 'wrong-role'
  const [, lead, ...rest] = next.members
  if (lead?.role !== 'helper' || rest.length > 0) return 'wrong-members'
  return isLead(book, next, lead.kid) ? undefined : 'wrong-role'
}

function whyNotPickUp(previous: Standing, next: CommitHeader): SealedReason | undefined {
  if (!memberWithRole(previous.members, 'duty')) return 'not-on-duty-key'
  if (next.history !== 'with') return 'wrong-history'
  const [, helper, ...rest] = next.members
  return helper?.role === 'helper' && helper.kid === next.committer && rest.length === 0 ? undefined : 'wrong-members'
}

/** The helper gives their place to one colleague; those reading along may stay, nobody else comes in. */
function whyNotHandOver(previous: Standing, next: CommitHeader): SealedReason | undefined {
  if (!isPresentHelper(previous, next)) return 'wrong-role'
  const [, helper, ...readers] = next.members
  if (helper?.role !== 'helper' || helper.kid === next.committer) return 'wrong-members'
  return readers.every((reader) => isAmong(previous.members, reader)) ? undefined : 'wrong-members'
}

function whyNotBackToQueue(previous: Standing, next: CommitHeader): SealedReason | undefined {
  if (!isPresentHelper(previous, next)) return 'wrong-role'
  return next.members.length === 2 && next.members[1]?.role === 'duty' ? undefined : 'wrong-members'
}

/** Exactly one more, as a reader. A lead who is not in the conversation has no history to give. */
function whyNotReadAlong(previous: Standing, next: CommitHeader, book: KeyBook): SealedReason | undefined {
  if (!memberWithRole(previous.members, 'helper')) return 'not-picked-up'
  const isLeadFromOutside = isLead(book, next, next.committer) && !isPresent(previous, next)
  if (!isPresentHelper(previous, next) && !isLeadFromOutside) return 'wrong-role'
  if (isLeadFromOutside && next.history === 'with') return 'wrong-history'
  const added = next.members.filter((member) => !isAmong(previous.members, member))
  const isOneMore = next.members.length === previous.members.length + 1 && added.length === 1
  return isOneMore && added[0]?.role === 'reader' ? undefined : 'wrong-members'
}

/** Someone goes: oneself, or a reader at the helper's word. The rest stay as they were. */
function whyNotLeave(previous: Standing, next: CommitHeader): SealedReason | undefined {
  if (!isPresent(previous, next)) return 'wrong-role'
  const gone = previous.members.filter((member) => !isAmong(next.members, member))
  const isOneLess = next.members.length === previous.members.length - 1 && gone.length === 1
  const [leaver] = gone
  if (!isOneLess || !leaver || leaver.role === 'duty') return 'wrong-members'
  const isAllowed = leaver.kid === next.committer || (isPresentHelper(previous, next) && leaver.role === 'reader')
  return isAllowed ? undefined : 'wrong-role'
}

function isAmong(members: readonly Member[], member: Member): boolean {
  return members.some((other) => isSameMember(other, member))
}

function isPresent(previous: Standing, { committer }: CommitHeader): boolean {
  return previous.members.some(({ kid }) => kid === committer)
}

function isPresentHelper(previous: Standing, { committer }: CommitHeader): boolean {
  return memberWithRole(previous.members, 'helper')?.kid === committer
}

function isLead(book: KeyBook, { keyBookHead }: CommitHeader, kid: CommitHeader['committer']): boolean {
  const role = memberAt(book, kid, keyBookHead)?.role
  return role === 'shift-lead' || role === 'coordinator'
}
