import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeMembers } from '@houvast/rules/conversation/change-members'
import { end } from '@houvast/rules/conversation/end'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { ok, refused } from '@houvast/rules/result'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { openKeyring } from '../keyring/keyring.ts'
import { createLines } from '../lines/lines.ts'
import type { TestEngine } from '../test-engines.ts'
import type { Conversations, NewConversation, ToAppend } from './conversations.ts'
import { createConversations } from './create-conversations.ts'

const LINE = 'awel'
const settings = { name: 'Awel', hours: { kind: 'always' }, talksMax: 3, retentionMs: 0 } as const

let count = 0
const nextId = () => `conversation-${++count}`

const started = (id: string): NewConversation => ({
  line: LINE,
  id,
  state: openConversation({ seeker: 'seeker', duty: 'duty', commitHash: 'start-hash' }, 1_000),
  secretHash: `secret of ${id}`,
  placeTicket: `place of ${id}`,
  start: {
    id: `start of ${id}`,
    kid: 'seeker',
    body: 'start',
    wraps: [
      { for: 'duty', sealed: 'for the shift' },
      { for: 'seeker', sealed: 'for the seeker' },
    ],
  },
  intake: { id: `intake of ${id}`, kid: 'seeker', body: 'intake' },
})

const envelope = (conversation: string, n: number, change: Partial<ToAppend> = {}): ToAppend => ({
  line: LINE,
  conversation,
  id: `message ${n}`,
  kid: 'seeker',
  n,
  epoch: 0,
  body: `sealed ${n}`,
  ...change,
})

const pickUp = (helper: string) => ({
  epoch: 1,
  previous: 'start-hash',
  hash: `commit of ${helper}`,
  reason: 'pick-up' as const,
  history: 'with' as const,
  by: helper,
  members: [
    { kid: 'seeker', role: 'seeker' as const },
    { kid: helper, role: 'helper' as const },
  ],
})

const takenBy = (conversations: Conversations, id: string, helper: string) =>
  conversations.change(LINE, id, (now) => changeMembers(now, pickUp(helper), 2_000), {
    id: `commit of ${helper}`,
    kid: helper,
    body: `signed by ${helper}`,
    wraps: [
      { for: helper, sealed: `for ${helper}` },
      { for: 'seeker', sealed: 'new for the seeker' },
    ],
  })

const commitOf = (id: string) => ({ id, kid: 'helper', body: `signed ${id}`, wraps: [] })

export function conversationsContract(engine: TestEngine) {
  describe(`conversations on ${engine.name}`, () => {
    let database: Database
    let folder: string
    let conversations: Conversations
    let id: string

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'houvast-keyring-'))
      database = await engine.open()
      const lines = createLines(database)
      await lines.put(LINE, settings)
      await lines.put('tele-onthaal', { ...settings, name: 'Tele-Onthaal' })
      conversations = createConversations(database, openKeyring([folder], 0))
    }, 60_000)
    afterAll(async () => {
      await database.close()
      rmSync(folder, { recursive: true })
    })
    beforeEach(async () => {
      id = nextId()
      expect(await conversations.open(started(id), 1_000)).toBe('opened')
    })

    test('[C5] the log has the start, the intake and every message in its place, without holes', async () => {
      const answers = await conversations.append([envelope(id, 2), envelope(id, 3)])
      expect(answers).toEqual([
        { ok: true, value: { seq: 3, repeated: false } },
        { ok: true, value: { seq: 4, repeated: false } },
      ])
      const log = await conversations.read(LINE, id, 0, [])
      expect(log.map(({ seq, kind, body }) => [seq, kind, body])).toEqual([
        [1, 'start', 'start'],
        [2, 'envelope', 'intake'],
        [3, 'envelope', 'sealed 2'],
        [4, 'envelope', 'sealed 3'],
      ])
    })

    test('[C5] the same message sent again gets the place it had, and is kept once', async () => {
      await conversations.append([envelope(id, 2)])
      const again = await conversations.append([envelope(id, 2)])
      const twiceInOne = await conversations.append([envelope(id, 3), envelope(id, 3)])

      expect(again).toEqual([{ ok: true, value: { seq: 3, repeated: true } }])
      expect(twiceInOne).toEqual([
        { ok: true, value: { seq: 4, repeated: false } },
        { ok: true, value: { seq: 4, repeated: true } },
      ])
      expect(await conversations.read(LINE, id, 0, [])).toHaveLength(4)
    })

    test('[C5] a message that skips one is refused and says which is expected', async () => {
      expect(await conversations.append([envelope(id, 4)])).toEqual([refused({ reason: 'out-of-order', expected: 2 })])
    })

    test('[C5] what was sealed to follow a refused message is refused with it, also when its number would fit', async () => {
      await conversations.append([envelope(id, 2)])
      const answers = await conversations.append([
        envelope(id, 2),
        envelope(id, 2, { id: 'from a tab that was behind' }),
        envelope(id, 3, { id: 'sealed to follow it', follows: true }),
        envelope(id, 3, { id: 'in a frame of its own' }),
      ])
      expect(answers.map((answer) => (answer.ok ? answer.value.seq : answer.why.reason))).toEqual([
        3,
        'number-taken',
        'out-of-order',
        4,
      ])
    })

    test('[C5] what was sealed to follow another seal of a message than the log has is refused', async () => {
      await conversations.append([envelope(id, 2)])
      const answers = await conversations.append([
        envelope(id, 2, { body: 'sealed 2 again' }),
        envelope(id, 3, { follows: true }),
        envelope(id, 2),
        envelope(id, 3, { follows: true }),
      ])
      expect(answers.map((answer) => (answer.ok ? answer.value.seq : answer.why.reason))).toEqual([
        3,
        'out-of-order',
        3,
        4,
      ])
    })

    test('one bad message in a batch costs the others nothing', async () => {
      const other = nextId()
      await conversations.open(started(other), 1_000)
      const answers = await conversations.append([
        envelope(id, 2, { id: `intake of ${id}` }),
        envelope(other, 2),
        envelope('not there', 2),
        envelope(other, 3, { kid: 'stranger' }),
      ])
      expect(answers.map((answer) => (answer.ok ? answer.value.seq : answer.why.reason))).toEqual([
        'id-taken',
        3,
        'not-found',
        'not-a-member',
      ])
    })

    test('messages that arrive at the same moment from many sides get one place each', async () => {
      const batches = Array.from({ length: 20 }, (_, i) => conversations.append([envelope(id, i + 2)]))
      const answers = (await Promise.all(batches)).flat()
      const stored = answers.flatMap((answer) => (answer.ok ? [answer.value.seq] : []))
      expect(new Set(stored).size).toBe(stored.length)
      const log = await conversations.read(LINE, id, 0, [])
      expect(log.map((entry) => entry.seq)).toEqual(Array.from({ length: log.length }, (_, i) => i + 1))
    })

    test('[C2] of many helpers who take one conversation at once, exactly one has it', async () => {
      const helpers = Array.from({ length: 8 }, (_, i) => `helper ${i}`)
      const results = await Promise.all(helpers.map((helper) => takenBy(conversations, id, helper)))
      const winners = results.filter((result) => result?.ok)
      expect(winners).toHaveLength(1)
      const kept = await conversations.find(LINE, id)
      const winner = kept?.state.phase === 'active' ? kept.state.helper : 'nobody'
      const losers = results.flatMap((result) => (result && !result.ok ? [result.why] : []))
      expect(losers).toEqual(helpers.slice(1).map(() => ({ reason: 'already-taken', by: winner })))
    })

    test('[C9] after the pick-up the shift has no key any more; helper and seeker have theirs', async () => {
      const before = await conversations.read(LINE, id, 0, ['duty'])
      expect(before[0]?.wraps).toEqual([{ for: 'duty', sealed: 'for the shift' }])

      await takenBy(conversations, id, 'helper')

      const wrapsOf = async (kid: string) =>
        (await conversations.read(LINE, id, 0, [kid])).flatMap((entry) => entry.wraps ?? []).map((wrap) => wrap.sealed)
      expect(await wrapsOf('duty')).toEqual([])
      expect(await wrapsOf('helper')).toEqual(['for helper'])
      expect(await wrapsOf('seeker')).toEqual(['for the seeker', 'new for the seeker'])
    })

    test('[C9] an erased conversation is gone, and erasing again is harmless', async () => {
      await conversations.append([envelope(id, 2)])
      expect(await conversations.erase(LINE, id)).toBe(true)
      expect(await conversations.read(LINE, id, 0, ['seeker'])).toEqual([])
      expect(await conversations.find(LINE, id)).toBeUndefined()
      expect(await conversations.erase(LINE, id)).toBe(false)
      expect(await conversations.append([envelope(id, 3)])).toEqual([refused({ reason: 'not-found' })])
    })

    test('opening the same conversation twice is harmless; one place is for one conversation', async () => {
      expect(await conversations.open(started(id), 1_000)).toBe('repeated')
      const other = nextId()
      expect(await conversations.open({ ...started(other), placeTicket: `place of ${id}` }, 1_000)).toBe('place-taken')
    })

    test('[T1] a line never sees what belongs to another, and cannot tell it from what is not there', async () => {
      expect(await conversations.find('tele-onthaal', id)).toBeUndefined()
      expect(await conversations.read('tele-onthaal', id, 0, ['seeker'])).toEqual([])
      expect(await conversations.isSecret('tele-onthaal', id, `secret of ${id}`)).toBe(false)
      expect(await conversations.append([envelope(id, 2, { line: 'tele-onthaal' })])).toEqual([
        refused({ reason: 'not-found' }),
      ])
      expect(await conversations.erase('tele-onthaal', id)).toBe(false)
      expect(await conversations.find(LINE, id)).toBeDefined()
    })

    test('the queue is in order of arrival, and a conversation that is taken leaves it', async () => {
      const later = nextId()
      await conversations.open({ ...started(later), state: { ...started(later).state, since: 5_000 } as never }, 5_000)
      const queue = async () => (await conversations.waiting(LINE)).map((kept) => kept.id)
      expect((await queue()).indexOf(id)).toBeLessThan((await queue()).indexOf(later))

      await takenBy(conversations, id, 'helper')
      expect(await queue()).not.toContain(id)
      expect((await conversations.ofHelper(LINE, 'helper')).map((kept) => kept.id)).toContain(id)
      expect(await conversations.pickUpsSince(LINE, 1_500)).toContain(2_000)
    })

    test('[C10] a talk is found by each who is in it, in whatever role, and by nobody else', async () => {
      const third = (reason: 'read-along' | 'leave', members: ReturnType<typeof pickUp>['members']) => ({
        ...pickUp('helper'),
        ...{ reason, members, epoch: reason === 'leave' ? 3 : 2, hash: reason },
        previous: reason === 'leave' ? 'read-along' : 'commit of helper',
      })
      const { members } = pickUp('helper')
      const withThird = [...members, { kid: 'third', role: 'reader' as never }]
      const of = async (kid: string) => (await conversations.ofMember(LINE, kid)).map((kept) => kept.id)
      await takenBy(conversations, id, 'helper')
      expect(await of('third')).not.toContain(id)

      const joined = third('read-along', withThird)
      await conversations.change(LINE, id, (now) => changeMembers(now, joined, 3_000), commitOf(joined.hash))
      for (const kid of ['helper', 'third', 'seeker']) expect(await of(kid), kid).toContain(id)
      expect(await of('thir')).not.toContain(id)
      expect((await conversations.ofMember('tele-onthaal', 'third')).map((kept) => kept.id)).toEqual([])

      const gone = third('leave', members)
      await conversations.change(LINE, id, (now) => changeMembers(now, gone, 4_000), commitOf(gone.hash))
      expect(await of('third')).not.toContain(id)
    })

    test('[C3] ending is kept, and found when its time has come', async () => {
      await conversations.change(LINE, id, (now) => ok(end(now, 'seeker', 9_000)))
      expect((await conversations.find(LINE, id))?.state).toMatchObject({ phase: 'ended', by: 'seeker', at: 9_000 })
      expect(await conversations.endedBefore(LINE, 9_001)).toContain(id)
      expect(await conversations.endedBefore(LINE, 9_000)).not.toContain(id)
    })

    test('how far someone has read never goes back', async () => {
      await conversations.setSeen(LINE, id, 'seeker', { delivered: 4, read: 3 })
      await conversations.setSeen(LINE, id, 'seeker', { delivered: 3, read: 4 })
      expect(await conversations.seen(LINE, id)).toEqual([{ kid: 'seeker', delivered: 4, read: 4 }])
    })

    test('what someone has read of a conversation that was erased meanwhile is told to nobody, and breaks nothing', async () => {
      const gone = '01a203b5-29cf-751d-93e4-fb758345e2cc'

      await conversations.setSeen(LINE, gone, 'seeker', { delivered: 1, read: 1 })
      expect(await conversations.seen(LINE, gone)).toEqual([])
    })
  })
}
