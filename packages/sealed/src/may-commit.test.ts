import { describe, expect, test } from 'vitest'
import type { CommitHeader } from './epoch-commit.ts'
import { NO_HASH } from './hash.ts'
import type { KeyBook, StaffMember, StaffRole, Term } from './key-book.ts'
import type { Kid } from './kid.ts'
import { mayCommit, type Standing } from './may-commit.ts'
import type { Member, MemberRole } from './members.ts'

/** People by name: their kid is their name, their key one repeated byte. */
const key = (byte: number) => new Uint8Array(32).fill(byte)
const kems: Record<string, number> = {
  seeker: 1,
  duty: 2,
  hanne: 3,
  bram: 4,
  lies: 5,
  trainee: 6,
  coen: 7,
  gone: 8,
  late: 9,
}
const as = (role: MemberRole, name: string): Member => ({ role, kid: name as Kid, kem: key(kems[name] ?? 99) })

const seeker = as('seeker', 'seeker')
const duty = as('duty', 'duty')
const hanne = as('helper', 'hanne')
const trainee = as('reader', 'trainee')

const term = (name: string, role: StaffRole, from = 0, until = Number.POSITIVE_INFINITY): Term => {
  const member: StaffMember = { kid: name as Kid, role, name, sign: key(50), kem: key(kems[name] ?? 99) }
  return { ...member, from, until }
}

const terms = [
  term('coen', 'coordinator'),
  term('hanne', 'helper'),
  term('bram', 'helper'),
  term('lies', 'shift-lead'),
  term('trainee', 'helper'),
  term('gone', 'helper', 0, 1),
  term('late', 'helper', 2),
]
const heads = ['head-0', 'head-1', 'head-2']
const book: KeyBook = { line: 'lijn', head: 'head-2', heads, members: new Map(), terms }

const place = { line: 'lijn', conversation: 'gesprek' }

function standing(members: readonly Member[], keyBookHead = 'head-1'): Standing {
  return { ...place, epoch: 3, hash: 'commit-3', members, keyBookHead }
}

type Change = Partial<CommitHeader> & Pick<CommitHeader, 'reason' | 'members'> & { readonly by: string }

function commit({ by, ...change }: Change): CommitHeader {
  const defaults = { epoch: 4, previous: 'commit-3', history: 'with', keyBookHead: 'head-1' } as const
  return { ...place, ...defaults, ...change, committer: by as Kid }
}

const waiting = standing([seeker, duty])
const talking = standing([seeker, hanne])
const readAlong = standing([seeker, hanne, trainee])
const alone = standing([seeker])

describe('what staff and seekers do every day is allowed', () => {
  const everyDay: [string, Standing, Change][] = [
    ['a helper picks up', waiting, { by: 'hanne', reason: 'pick-up', members: [seeker, hanne] }],
    ['a shift lead picks up', waiting, { by: 'lies', reason: 'pick-up', members: [seeker, as('helper', 'lies')] }],
    [
      'hands over to a colleague',
      talking,
      { by: 'hanne', reason: 'hand-over', members: [seeker, as('helper', 'bram')] },
    ],
    [
      'hands over without history',
      talking,
      { by: 'hanne', reason: 'hand-over', history: 'without', members: [seeker, as('helper', 'bram')] },
    ],
    [
      'hands over while a trainee stays',
      readAlong,
      { by: 'hanne', reason: 'hand-over', members: [seeker, as('helper', 'bram'), trainee] },
    ],
    [
      'hands over to the one who read along',
      readAlong,
      { by: 'hanne', reason: 'hand-over', members: [seeker, as('helper', 'trainee')] },
    ],
    ['puts it back in the queue', readAlong, { by: 'hanne', reason: 'back-to-queue', members: [seeker, duty] }],
    ['lets a trainee read along', talking, { by: 'hanne', reason: 'read-along', members: [seeker, hanne, trainee] }],
    [
      'a shift lead comes to read along, without history',
      talking,
      { by: 'lies', reason: 'read-along', history: 'without', members: [seeker, hanne, as('reader', 'lies')] },
    ],
    ['the trainee leaves', readAlong, { by: 'trainee', reason: 'leave', members: [seeker, hanne] }],
    ['the helper lets the trainee go', readAlong, { by: 'hanne', reason: 'leave', members: [seeker, hanne] }],
    ['the helper leaves', talking, { by: 'hanne', reason: 'leave', members: [seeker] }],
    [
      'the seeker is rescued by a lead',
      talking,
      { by: 'seeker', reason: 'rescue', members: [seeker, as('helper', 'lies')] },
    ],
    ['also when left alone', alone, { by: 'seeker', reason: 'rescue', members: [seeker, as('helper', 'coen')] }],
    [
      'somebody newer is known by a newer key book',
      talking,
      { by: 'hanne', reason: 'hand-over', keyBookHead: 'head-2', members: [seeker, as('helper', 'late')] },
    ],
  ]
  test.each(everyDay)('%s', (_, previous, change) => {
    expect(mayCommit(previous, commit(change), book)).toMatchObject({ ok: true })
  })
})

test('the key book of another line vouches for nobody', () => {
  const change: Change = { by: 'hanne', reason: 'pick-up', members: [seeker, hanne] }

  expect(mayCommit(waiting, commit(change), { ...book, line: 'andere-lijn' })).toEqual({
    ok: false,
    why: { reason: 'wrong-line' },
  })
})

describe('nobody comes in unseen or out of turn', () => {
  const other: Member = { ...hanne, kem: key(77) }
  const refusals: [string, Standing, Change, string][] = [
    // who
    [
      'a stranger picks up',
      waiting,
      { by: 'x', reason: 'pick-up', members: [seeker, as('helper', 'x')] },
      'not-in-book',
    ],
    ['known name, other key', waiting, { by: 'hanne', reason: 'pick-up', members: [seeker, other] }, 'not-in-book'],
    [
      'someone who left',
      waiting,
      { by: 'gone', reason: 'pick-up', members: [seeker, as('helper', 'gone')] },
      'not-in-book',
    ],
    [
      'someone not yet in the book they cite',
      waiting,
      { by: 'late', reason: 'pick-up', members: [seeker, as('helper', 'late')] },
      'not-in-book',
    ],
    [
      'a stranger signs for a helper',
      talking,
      { by: 'x', reason: 'hand-over', members: [seeker, as('helper', 'bram')] },
      'not-in-book',
    ],
    ['one picks up for another', waiting, { by: 'bram', reason: 'pick-up', members: [seeker, hanne] }, 'wrong-members'],
    [
      'the seeker lets someone in',
      waiting,
      { by: 'seeker', reason: 'pick-up', members: [seeker, hanne] },
      'wrong-role',
    ],
    [
      'the seeker adds a reader',
      talking,
      { by: 'seeker', reason: 'read-along', members: [seeker, hanne, trainee] },
      'wrong-role',
    ],
    [
      'rescue by staff',
      talking,
      { by: 'lies', reason: 'rescue', members: [seeker, as('helper', 'lies')] },
      'wrong-role',
    ],
    [
      'rescue by a volunteer',
      talking,
      { by: 'seeker', reason: 'rescue', members: [seeker, as('helper', 'bram')] },
      'wrong-role',
    ],
    [
      'rescue with one more',
      talking,
      { by: 'seeker', reason: 'rescue', members: [seeker, as('helper', 'lies'), trainee] },
      'wrong-members',
    ],
    ['rescue to the duty key', talking, { by: 'seeker', reason: 'rescue', members: [seeker, duty] }, 'wrong-members'],
    // taking over
    [
      'picks up what is picked up',
      talking,
      { by: 'bram', reason: 'pick-up', members: [seeker, as('helper', 'bram')] },
      'not-on-duty-key',
    ],
    [
      'picks up what nobody has',
      alone,
      { by: 'bram', reason: 'pick-up', members: [seeker, as('helper', 'bram')] },
      'not-on-duty-key',
    ],
    [
      'picks up without history',
      waiting,
      { by: 'hanne', reason: 'pick-up', history: 'without', members: [seeker, hanne] },
      'wrong-history',
    ],
    [
      'picks up with a third',
      waiting,
      { by: 'hanne', reason: 'pick-up', members: [seeker, hanne, trainee] },
      'wrong-members',
    ],
    [
      'picks up as a reader',
      waiting,
      { by: 'hanne', reason: 'pick-up', members: [seeker, as('reader', 'hanne')] },
      'wrong-members',
    ],
    [
      'takes over from outside',
      talking,
      { by: 'bram', reason: 'hand-over', members: [seeker, as('helper', 'bram')] },
      'wrong-role',
    ],
    ['hands over to oneself', talking, { by: 'hanne', reason: 'hand-over', members: [seeker, hanne] }, 'wrong-members'],
    [
      'a reader hands over',
      readAlong,
      { by: 'trainee', reason: 'hand-over', members: [seeker, as('helper', 'trainee')] },
      'wrong-role',
    ],
    [
      'hands over and adds a reader',
      talking,
      { by: 'hanne', reason: 'hand-over', members: [seeker, as('helper', 'bram'), trainee] },
      'wrong-members',
    ],
    ['hands over to nobody', talking, { by: 'hanne', reason: 'hand-over', members: [seeker] }, 'wrong-members'],
    [
      'puts it in the queue from outside',
      talking,
      { by: 'bram', reason: 'back-to-queue', members: [seeker, duty] },
      'wrong-role',
    ],
    [
      'the queue keeps a reader',
      readAlong,
      { by: 'hanne', reason: 'back-to-queue', members: [seeker, duty, trainee] },
      'wrong-members',
    ],
    // reading along
    [
      'adds oneself from outside',
      talking,
      { by: 'bram', reason: 'read-along', history: 'without', members: [seeker, hanne, as('reader', 'bram')] },
      'wrong-role',
    ],
    [
      'a lead from outside brings history',
      talking,
      { by: 'lies', reason: 'read-along', members: [seeker, hanne, as('reader', 'lies')] },
      'wrong-history',
    ],
    [
      'a reader adds a reader',
      readAlong,
      { by: 'trainee', reason: 'read-along', members: [seeker, hanne, trainee, as('reader', 'bram')] },
      'wrong-role',
    ],
    [
      'two at once',
      talking,
      { by: 'hanne', reason: 'read-along', members: [seeker, hanne, trainee, as('reader', 'bram')] },
      'wrong-members',
    ],
    [
      'one in, one out',
      readAlong,
      { by: 'hanne', reason: 'read-along', members: [seeker, hanne, as('reader', 'bram')] },
      'wrong-members',
    ],
    [
      'the helper is swapped on the way',
      talking,
      { by: 'hanne', reason: 'read-along', members: [seeker, as('helper', 'bram'), trainee] },
      'wrong-members',
    ],
    ['nobody added', talking, { by: 'hanne', reason: 'read-along', members: [seeker, hanne] }, 'wrong-members'],
    [
      'in the queue',
      waiting,
      { by: 'lies', reason: 'read-along', history: 'without', members: [seeker, duty, trainee] },
      'not-picked-up',
    ],
    // leaving
    ['sends the helper away', readAlong, { by: 'trainee', reason: 'leave', members: [seeker, trainee] }, 'wrong-role'],
    ['from outside', readAlong, { by: 'lies', reason: 'leave', members: [seeker, hanne] }, 'wrong-role'],
    ['two leave at once', readAlong, { by: 'hanne', reason: 'leave', members: [seeker] }, 'wrong-members'],
    ['nobody leaves', readAlong, { by: 'hanne', reason: 'leave', members: [seeker, hanne, trainee] }, 'wrong-members'],
    [
      'one comes in instead',
      readAlong,
      { by: 'hanne', reason: 'leave', members: [seeker, hanne, as('reader', 'bram')] },
      'wrong-members',
    ],
    // the list itself
    [
      'another seeker',
      talking,
      { by: 'hanne', reason: 'hand-over', members: [as('seeker', 'x'), as('helper', 'bram')] },
      'seeker-changed',
    ],
    [
      'the seeker with another key',
      talking,
      { by: 'hanne', reason: 'hand-over', members: [{ ...seeker, kem: key(78) }, as('helper', 'bram')] },
      'seeker-changed',
    ],
    ['no seeker', talking, { by: 'hanne', reason: 'leave', members: [hanne] }, 'seeker-changed'],
    ['nobody at all', talking, { by: 'hanne', reason: 'leave', members: [] }, 'seeker-changed'],
    [
      'two seekers',
      talking,
      { by: 'hanne', reason: 'hand-over', members: [seeker, as('seeker', 'x')] },
      'wrong-members',
    ],
    [
      'two helpers',
      talking,
      { by: 'hanne', reason: 'read-along', members: [seeker, hanne, as('helper', 'bram')] },
      'wrong-members',
    ],
    [
      'the duty key beside a helper',
      talking,
      { by: 'hanne', reason: 'read-along', members: [seeker, hanne, duty] },
      'wrong-members',
    ],
    [
      'somebody twice',
      readAlong,
      { by: 'hanne', reason: 'read-along', members: [seeker, hanne, trainee, trainee] },
      'wrong-members',
    ],
    // the place
    ['an epoch skipped', talking, { by: 'hanne', reason: 'leave', members: [seeker], epoch: 5 }, 'wrong-epoch'],
    ['an epoch again', talking, { by: 'hanne', reason: 'leave', members: [seeker], epoch: 3 }, 'wrong-epoch'],
    [
      'another history',
      talking,
      { by: 'hanne', reason: 'leave', members: [seeker], previous: NO_HASH },
      'wrong-previous',
    ],
    ['another line', talking, { by: 'hanne', reason: 'leave', members: [seeker], line: 'x' }, 'wrong-line'],
    [
      'another conversation',
      talking,
      { by: 'hanne', reason: 'leave', members: [seeker], conversation: 'x' },
      'wrong-conversation',
    ],
    // the key book
    [
      'an unknown key book',
      talking,
      { by: 'hanne', reason: 'leave', members: [seeker], keyBookHead: 'x' },
      'key-book-head-unknown',
    ],
    [
      'an older key book',
      talking,
      { by: 'hanne', reason: 'leave', members: [seeker], keyBookHead: 'head-0' },
      'key-book-rolled-back',
    ],
  ]
  test.each(refusals)('%s', (_, previous, change, reason) => {
    expect(mayCommit(previous, commit(change), book)).toEqual({ ok: false, why: { reason } })
  })

  test('a person who left is let back in by an older key book only while the conversation is that old', () => {
    const back: Change = {
      by: 'gone',
      reason: 'pick-up',
      keyBookHead: 'head-0',
      members: [seeker, as('helper', 'gone')],
    }

    expect(mayCommit(standing([seeker, duty], 'head-0'), commit(back), book).ok).toBe(true)
    expect(mayCommit(standing([seeker, duty], 'head-1'), commit(back), book)).toMatchObject({
      why: { reason: 'key-book-rolled-back' },
    })
  })
})
