import { describe, expect, test } from 'vitest'
import { append } from './append.ts'
import type { Active, Conversation } from './conversation.ts'
import { end } from './end.ts'

const talking: Active = {
  phase: 'active',
  since: 0,
  helper: 'helper',
  members: [
    { kid: 'seeker', role: 'seeker' },
    { kid: 'helper', role: 'helper' },
  ],
  log: { lastSeq: 7, epoch: 2, oldestEpoch: 1, commitHash: 'second', lastNumber: { seeker: 3, helper: 1, before: 2 } },
}
const ended = end(talking, 'seeker', 9)

describe('a message for the log', () => {
  test('[C5] gets the next place, and moves its writer’s number on', () => {
    const result = append(talking, { kid: 'seeker', n: 4, epoch: 2 })

    expect(result).toMatchObject({ ok: true, value: { log: { lastSeq: 8, lastNumber: { seeker: 4, helper: 1 } } } })
  })

  test.each([
    ['[C5] that skips one is told which is expected', talking, { kid: 'seeker', n: 5, epoch: 2 }, 'out-of-order'],
    ['[C5] whose number was used is not taken again', talking, { kid: 'seeker', n: 3, epoch: 2 }, 'number-taken'],
    ['[C6] of a stranger is refused', talking, { kid: 'stranger', n: 1, epoch: 2 }, 'not-a-member'],
    ['[C6] of someone who has left is refused', talking, { kid: 'before', n: 3, epoch: 2 }, 'not-a-member'],
    ['[C6] after the end is refused', ended, { kid: 'seeker', n: 4, epoch: 2 }, 'already-ended'],
    ['[C7] of an epoch to come is refused', talking, { kid: 'seeker', n: 4, epoch: 3 }, 'unknown-epoch'],
    ['[C7] of an epoch the helper has no key of is refused', talking, { kid: 'seeker', n: 4, epoch: 0 }, 'stale-epoch'],
  ] as const)('%s', (_, conversation: Conversation, entry, reason) => {
    const result = append(conversation, entry)

    expect(result).toMatchObject({ ok: false, why: { reason } })
  })

  test('[C7] sealed just before a change of members is still taken, when everyone can have its key', () => {
    expect(append(talking, { kid: 'seeker', n: 4, epoch: 1 }).ok).toBe(true)
  })
})
