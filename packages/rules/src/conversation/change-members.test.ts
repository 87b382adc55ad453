import { describe, expect, test } from 'vitest'
import { changeMembers, type EpochCommit } from './change-members.ts'
import type { Conversation } from './conversation.ts'
import { end } from './end.ts'
import { openConversation } from './open-conversation.ts'

const NOW = 50_000
const seeker = { kid: 'seeker', role: 'seeker' } as const
const duty = { kid: 'duty', role: 'duty' } as const
const sam = { kid: 'sam', role: 'helper' } as const
const mila = { kid: 'mila', role: 'helper' } as const
const reader = { kid: 'joris', role: 'reader' } as const

const waiting = openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start' }, 1_000)

const commit = (change: Partial<EpochCommit>): EpochCommit => ({
  epoch: 1,
  previous: 'start',
  hash: 'first',
  reason: 'pick-up',
  history: 'with',
  by: 'sam',
  members: [seeker, sam],
  ...change,
})

const after = (conversation: Conversation, change: Partial<EpochCommit>): Conversation => {
  const result = changeMembers(conversation, commit(change), NOW)
  if (!result.ok) throw new Error(result.why.reason)
  return result.value
}
const talking = after(waiting, {})
const another = { kid: 'ans', role: 'reader' } as const
const next = { epoch: 2, previous: 'first', hash: 'second' }

const three = after(talking, { ...next, reason: 'read-along', members: [seeker, sam, reader] })
const later = { epoch: 3, previous: 'second', hash: 'third' }

describe('a change of members', () => {
  test('[C1] a helper takes who waits, and both are in from then on', () => {
    expect(talking).toMatchObject({ phase: 'active', helper: 'sam', since: NOW, members: [seeker, sam] })
    expect(talking.log).toMatchObject({ lastSeq: 3, epoch: 1, commitHash: 'first', oldestEpoch: 0 })
  })

  test('[C2] a second helper is told who was first', () => {
    const second = changeMembers(talking, commit({ by: 'mila', members: [seeker, mila] }), NOW)

    expect(second).toEqual({ ok: false, why: { reason: 'already-taken', by: 'sam' } })
  })

  test('[C8] without history, nothing sealed before is taken any more', () => {
    const handed = after(talking, { ...next, reason: 'hand-over', history: 'without', members: [seeker, mila] })

    expect(handed).toMatchObject({ phase: 'active', helper: 'mila', log: { oldestEpoch: 2 } })
  })

  test('[C8] back to the queue means waiting again, with the duty key', () => {
    const back = after(talking, { ...next, reason: 'back-to-queue', members: [seeker, duty] })

    expect(back).toMatchObject({ phase: 'waiting', members: [seeker, duty] })
  })

  test('[C8] the seeker may let a lead in when the helper is gone', () => {
    const rescued = after(talking, { ...next, reason: 'rescue', by: 'seeker', members: [seeker, mila] })

    expect(rescued).toMatchObject({ phase: 'active', helper: 'mila' })
  })

  test('[C8] who reads along is a member, and the helper stays', () => {
    const along = after(talking, { ...next, reason: 'read-along', members: [seeker, sam, reader] })

    expect(along).toMatchObject({ helper: 'sam', members: [seeker, sam, reader] })
  })

  test.each([
    ['of their own', 'joris'],
    ['at the helper’s word', 'sam'],
  ])('[C10] a guest goes %s, and the two go on', (_, by) => {
    const two = after(three, { ...later, reason: 'leave', by, members: [seeker, sam] })

    expect(two).toMatchObject({ phase: 'active', helper: 'sam', members: [seeker, sam] })
  })

  test.each<[string, Conversation, Partial<EpochCommit>, string]>([
    [
      '[C8] that builds on an older one is outdated',
      talking,
      { ...next, reason: 'hand-over', previous: 'start' },
      'commit-outdated',
    ],
    ['[C8] that skips an epoch is outdated', talking, { ...next, reason: 'hand-over', epoch: 3 }, 'commit-outdated'],
    ['[C8] that leaves the seeker out is refused', waiting, { members: [sam] }, 'commit-not-allowed'],
    [
      '[C8] that puts another in the seeker’s place is refused',
      waiting,
      { members: [{ kid: 'other', role: 'seeker' }, sam] },
      'commit-not-allowed',
    ],
    ['[C8] with two helpers is refused', waiting, { members: [seeker, sam, mila] }, 'commit-not-allowed'],
    [
      '[C8] that keeps the duty key beside a helper is refused',
      waiting,
      { members: [seeker, sam, duty] },
      'commit-not-allowed',
    ],
    ['[C8] that picks up for a colleague is refused', waiting, { by: 'mila' }, 'commit-not-allowed'],
    [
      '[C8] that hands over what is not theirs is refused',
      talking,
      { ...next, reason: 'hand-over', by: 'mila', members: [seeker, mila] },
      'not-a-member',
    ],
    [
      '[C8] a rescue by anybody but the seeker is refused',
      talking,
      { ...next, reason: 'rescue', by: 'mila', members: [seeker, mila] },
      'commit-not-allowed',
    ],
    [
      '[C8] a rescue by who waits still, and so puts themselves upon somebody, is refused',
      waiting,
      { reason: 'rescue', by: 'seeker', members: [seeker, mila] },
      'commit-not-allowed',
    ],
    [
      '[C8] reading along that changes the helper is refused',
      talking,
      { ...next, reason: 'read-along', members: [seeker, mila, reader] },
      'commit-not-allowed',
    ],
    [
      '[C10] a guest who hands the talk to themselves is refused',
      three,
      { ...later, reason: 'hand-over', by: 'joris', members: [seeker, { ...reader, role: 'helper' }] },
      'commit-not-allowed',
    ],
    [
      '[C10] a guest who brings in another is refused',
      three,
      { ...later, reason: 'read-along', by: 'joris', members: [seeker, sam, reader, another] },
      'commit-not-allowed',
    ],
    [
      '[C10] a guest who sends the helper away is refused',
      three,
      { ...later, reason: 'leave', by: 'joris', members: [seeker, reader] },
      'commit-not-allowed',
    ],
    [
      '[C10] a guest who sends another guest away is refused',
      after(three, { ...later, reason: 'read-along', hash: 'fourth', members: [seeker, sam, reader, another] }),
      { ...later, epoch: 4, previous: 'fourth', reason: 'leave', by: 'joris', members: [seeker, sam, reader] },
      'commit-not-allowed',
    ],
    [
      '[C10] a guest who puts it back into the queue is refused',
      three,
      { ...later, reason: 'back-to-queue', by: 'joris', members: [seeker, duty] },
      'commit-not-allowed',
    ],
    ['[C3] after the end is refused', end(talking, 'helper', NOW), next, 'already-ended'],
  ])('%s', (_, conversation, change, reason) => {
    expect(changeMembers(conversation, commit(change), NOW)).toMatchObject({ ok: false, why: { reason } })
  })
})
