import { ok, type Result, refused } from '../result.ts'
import type { Instant } from '../time.ts'
import type { Active, Conversation, Kid, Member, Waiting } from './conversation.ts'
import { isMember, seekerOf } from './conversation.ts'

/** The public part of an epoch commit: who is in from now on, and why. */
export type EpochCommit = {
  readonly epoch: number
  readonly previous: string
  readonly hash: string
  readonly reason: CommitReason
  readonly history: 'with' | 'without'
  readonly by: Kid
  readonly members: readonly Member[]
}

export type CommitReason = 'pick-up' | 'hand-over' | 'back-to-queue' | 'read-along' | 'leave' | 'rescue'

export type ChangeRefusal =
  | { readonly reason: 'already-taken'; readonly by: Kid }
  | { readonly reason: 'already-ended' }
  | { readonly reason: 'not-a-member' }
  /** Somebody else's change came first: read the log and build on that. */
  | { readonly reason: 'commit-outdated'; readonly epoch: number }
  | { readonly reason: 'commit-not-allowed' }

/**
 * C1, C2 and C8: a change of members is one signed epoch commit, and picking up is one as well, so that
 * taking a conversation and being able to read it are the same step. What the signature says is for the
 * clients to check; the server sees to the order and to who may ask.
 */
export function changeMembers(
  conversation: Conversation,
  commit: EpochCommit,
  now: Instant,
): Result<Active | Waiting, ChangeRefusal> {
  if (conversation.phase === 'ended') return refused({ reason: 'already-ended' })
  if (commit.reason === 'pick-up' && conversation.phase === 'active')
    return refused({ reason: 'already-taken', by: conversation.helper })
  if (commit.epoch !== conversation.log.epoch + 1 || commit.previous !== conversation.log.commitHash)
    return refused({ reason: 'commit-outdated', epoch: conversation.log.epoch })
  const why = whyNot(conversation, commit)
  if (why) return refused(why)

  const { log } = conversation
  const changed = {
    members: commit.members,
    log: {
      ...log,
      lastSeq: log.lastSeq + 1,
      epoch: commit.epoch,
      commitHash: commit.hash,
      oldestEpoch: commit.history === 'without' ? commit.epoch : log.oldestEpoch,
    },
  }
  const helper = helperOf(commit)
  return helper === undefined
    ? ok({ phase: 'waiting', since: now, ...changed })
    : ok({ phase: 'active', since: conversation.phase === 'active' ? conversation.since : now, helper, ...changed })
}

const helperOf = (commit: EpochCommit) => commit.members.find((member) => member.role === 'helper')?.kid

/** Who may ask for which change, and what it may touch. The seeker is in every epoch, with the same key. */
function whyNot(conversation: Waiting | Active, commit: EpochCommit): ChangeRefusal | undefined {
  const notAllowed = { reason: 'commit-not-allowed' } as const
  const seeker = seekerOf(conversation)
  const seekers = commit.members.filter((member) => member.role === 'seeker')
  if (seekers.length !== 1 || seekers[0]?.kid !== seeker) return notAllowed
  const helpers = commit.members.filter((member) => member.role === 'helper').length
  const duties = commit.members.filter((member) => member.role === 'duty').length
  if (helpers + duties !== 1) return notAllowed

  switch (commit.reason) {
    case 'pick-up':
      return helperOf(commit) === commit.by && commit.members.length === 2 ? undefined : notAllowed
    case 'rescue':
      // Who waits is taken by who is there for it, and puts themselves upon nobody.
      if (commit.by !== seeker || conversation.phase !== 'active') return notAllowed
      return helpers === 1 ? undefined : notAllowed
    case 'hand-over':
      if (!isStaffIn(conversation, commit.by)) return { reason: 'not-a-member' }
      return isTheirs(conversation, commit.by) && helpers === 1 ? undefined : notAllowed
    case 'back-to-queue':
      if (!isStaffIn(conversation, commit.by)) return { reason: 'not-a-member' }
      return isTheirs(conversation, commit.by) && duties === 1 && commit.members.length === 2 ? undefined : notAllowed
    case 'read-along':
      if (!isStaffIn(conversation, commit.by)) return { reason: 'not-a-member' }
      return isTheirs(conversation, commit.by) && helperOf(commit) === conversation.helper ? undefined : notAllowed
    case 'leave':
      if (!isStaffIn(conversation, commit.by)) return { reason: 'not-a-member' }
      return mayLeave(conversation, commit) ? undefined : notAllowed
  }
}

const isStaffIn = (conversation: Conversation, kid: Kid) =>
  isMember(conversation, kid) && kid !== seekerOf(conversation)

/** C10: a guest changes nothing about who is in but by going. */
const isTheirs = (conversation: Waiting | Active, kid: Kid): conversation is Active =>
  conversation.phase === 'active' && conversation.helper === kid

/** One goes, oneself or at the helper's word; the helper stays. */
function mayLeave(conversation: Waiting | Active, commit: EpochCommit): boolean {
  if (conversation.phase !== 'active' || helperOf(commit) !== conversation.helper) return false
  const gone = conversation.members.filter(({ kid }) => !commit.members.some((member) => member.kid === kid))
  const isOneLess = commit.members.length === conversation.members.length - 1 && gone.length === 1
  return isOneLess && (commit.by === conversation.helper || gone[0]?.kid === commit.by)
}
