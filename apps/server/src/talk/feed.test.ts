import type { Entry } from '@houvast/server-store/conversations/conversations'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Feed } from './feed.ts'

const entry = (seq: number, kind: Entry['kind'] = 'envelope'): Entry => ({ seq, kind, body: `${seq}` })

/** A log, a device that follows it, and reads that end when the test says so. */
function follow(since = 0, page = 100) {
  const log: Entry[] = []
  const sent: number[] = []
  const reads: { answer(): void; fail(): void; since: number }[] = []
  const bugs: unknown[] = []
  const feed = new Feed(
    'conversation',
    since,
    (from) =>
      new Promise((resolve, reject) => {
        const found = log.filter(({ seq }) => seq > from).slice(0, page)
        reads.push({ since: from, answer: () => resolve(found), fail: () => reject(new Error('the database is gone')) })
      }),
    (entries) => sent.push(...entries.map(({ seq }) => seq)),
    (bug) => bugs.push(bug),
  )
  const commit = (kind: Entry['kind'] = 'envelope') => {
    const next = entry(log.length + 1, kind)
    log.push(next)
    return next
  }
  const turn = () => new Promise(setImmediate)
  const answerAll = async () => {
    for (;;) {
      await turn()
      const read = reads.shift()
      if (!read) return
      read.answer()
    }
  }
  return { feed, log, sent, reads, bugs, commit, answerAll, turn }
}

describe('[R3] a device that follows a log', () => {
  test('gets what comes past at once, without asking the database', () => {
    const { feed, sent, reads, commit } = follow()
    feed.push([commit()])
    feed.push([commit(), commit()])
    expect(sent).toEqual([1, 2, 3])
    expect(reads).toEqual([])
  })

  test('gets the rest from the database when something is not next', async () => {
    const { feed, sent, commit, answerAll } = follow()
    commit()
    feed.push([commit()])
    await answerAll()
    expect(sent).toEqual([1, 2])
  })

  test('gets a change of members from the database, since it carries a key of its own for each', async () => {
    const { feed, sent, reads, commit, answerAll } = follow()
    feed.push([commit('commit')])
    expect(reads).toHaveLength(1)
    await answerAll()
    expect(sent).toEqual([1])
  })

  test('gets what was committed while it was reading', async () => {
    const { feed, sent, commit, answerAll } = follow()
    commit()
    void feed.catchUp()
    feed.push([commit()])
    await answerAll()
    expect(sent).toEqual([1, 2])
  })

  test('gets a long log page by page', async () => {
    const { feed, sent, commit, answerAll } = follow(0, 3)
    for (let i = 0; i < 8; i++) commit()
    void feed.catchUp()
    await answerAll()
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('[R4] gets everything again from the place it asks for, also in the middle of a read', async () => {
    const { feed, sent, reads, commit, answerAll } = follow()
    for (let i = 0; i < 4; i++) commit()
    void feed.catchUp()
    await answerAll()
    void feed.catchUp(1)
    void feed.catchUp(3)
    expect(reads.map(({ since }) => since)).toEqual([1])
    await answerAll()
    expect(sent).toEqual([1, 2, 3, 4, 4])
  })

  test('a read that fails is told, and the next hint reads again', async () => {
    const { feed, sent, reads, bugs, commit, answerAll, turn } = follow()
    commit()
    void feed.catchUp()
    reads.shift()?.fail()
    await turn()
    expect(bugs).toHaveLength(1)
    feed.push([commit()])
    await answerAll()
    expect(sent).toEqual([1, 2])
  })

  test('in whatever order commits, hints and reads fall, every place leaves once and in order', async () => {
    const step = fc.constantFrom('commit', 'commit-unseen', 'change', 'hint', 'answer', 'late-push')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { feed, log, sent, reads, commit, answerAll, turn } = follow(0, 2)
        for (const one of steps) {
          if (one === 'commit') feed.push([commit()])
          if (one === 'change') feed.push([commit('commit')])
          if (one === 'commit-unseen') commit()
          if (one === 'hint') void feed.catchUp()
          if (one === 'late-push' && log.length > 0) feed.push(log.slice(-2))
          if (one === 'answer') {
            reads.shift()?.answer()
            await turn()
          }
        }
        void feed.catchUp()
        await answerAll()
        expect(sent).toEqual(log.map(({ seq }) => seq))
      }),
      { numRuns: 150 },
    )
  })
})
