/**
 * The commits somebody may want to make, each from where the conversation stands now. Making one changes nothing: the
 * server decides which of two comes first, and it takes effect when it is received back.
 */
import type { CommitHeader, CommitReason, History, NewCommit } from './epoch-commit.ts'
import type { StaffMember } from './key-book.ts'
import type { Kid } from './kid.ts'
import { type Member, memberWithRole } from './members.ts'
import { type Result, refused } from './result.ts'
import type { WrapRecipient } from './wrap.ts'

export type CommitPlan = {
  readonly reason: CommitReason
  readonly history: History
  readonly members: CommitHeader['members']
}

export type CommitMakers = ReturnType<typeof createCommitMakers>

export function createCommitMakers(
  members: () => readonly Member[],
  me: WrapRecipient,
  commit: (plan: CommitPlan) => Promise<Result<NewCommit>>,
) {
  async function with_(reason: CommitReason, history: History, staff: readonly Member[]): Promise<Result<NewCommit>> {
    const seeker = memberWithRole(members(), 'seeker')
    return seeker ? commit({ reason, history, members: [seeker, ...staff] }) : refused('not-started')
  }
  const readers = () => members().filter(({ role }) => role === 'reader')
  const everyoneButSeeker = () => members().filter(({ role }) => role !== 'seeker')

  return {
    /** I take this conversation from the queue, with what was written. */
    pickUp: () => with_('pick-up', 'with', [as('helper', me)]),

    /** A colleague takes my place; who reads along stays, unless it is that colleague. */
    handOverTo: (member: StaffMember, history: History) =>
      with_('hand-over', history, [as('helper', member), ...readers().filter(({ kid }) => kid !== member.kid)]),

    /** Nobody has it any more; anybody on duty may pick it up. */
    backToQueue: (duty: WrapRecipient, history: History = 'without') =>
      with_('back-to-queue', history, [as('duty', duty)]),

    letReadAlong: (member: StaffMember, history: History = 'without') =>
      with_('read-along', history, [...everyoneButSeeker(), as('reader', member)]),

    /** Somebody goes. Those who stay had the key before, so passing it on gives nothing away. */
    leave: (kid: Kid) =>
      with_(
        'leave',
        'with',
        everyoneButSeeker().filter((member) => member.kid !== kid),
      ),

    /** The seeker takes in a shift lead when their helper is gone. */
    rescue: (lead: StaffMember, history: History = 'with') => with_('rescue', history, [as('helper', lead)]),
  }
}

function as(role: Member['role'], { kid, kem }: WrapRecipient): Member {
  return { role, kid, kem }
}
