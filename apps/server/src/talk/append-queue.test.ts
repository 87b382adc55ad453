import { ok } from '@houvast/rules/result'
import type { ToAppend } from '@houvast/server-store/conversations/conversations'
import { describe, expect, test } from 'vitest'
import { AppendQueue } from './append-queue.ts'

const entry = (n: number): ToAppend => ({
  ...{ line: 'awel', conversation: 'c', kid: 'seeker', epoch: 0, n },
  id: `m${n}`,
  body: '',
})

/** A database whose commits happen when the test says so. */
function create() {
  const batches: { ids: string[]; commit(): void; fail(): void }[] = []
  const queue = new AppendQueue({
    append: (entries) =>
      new Promise((resolve, reject) => {
        batches.push({
          ids: entries.map(({ id }) => id),
          commit: () => resolve(entries.map(({ n }) => ok({ seq: n, repeated: false }))),
          fail: () => reject(new Error('the database is gone')),
        })
      }),
  })
  const settled: string[] = []
  const add = (n: number, run?: object) => {
    const adding = queue.add(entry(n), run)
    void adding.then(
      () => settled.push(`m${n} stored`),
      () => settled.push(`m${n} failed`),
    )
    return adding
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve, 2))
  return { batches, settled, add, turn }
}

describe('entries on their way to the log', () => {
  test('[R1] nothing is answered before its transaction is committed', async () => {
    const { batches, settled, add, turn } = create()
    void add(1)
    await turn()
    expect(batches).toHaveLength(1)
    expect(settled).toEqual([])
    batches[0]?.commit()
    await turn()
    expect(settled).toEqual(['m1 stored'])
  })

  test('[R2] what arrives in one turn shares a transaction, and what arrives while it is flushed shares the next', async () => {
    const { batches, settled, add, turn } = create()
    for (const n of [1, 2, 3]) void add(n)
    await turn()
    for (const n of [4, 5]) void add(n)
    await turn()
    expect(batches.map(({ ids }) => ids)).toEqual([['m1', 'm2', 'm3']])
    batches[0]?.commit()
    await turn()
    expect(batches.at(-1)?.ids).toEqual(['m4', 'm5'])
    expect(settled).toEqual(['m1 stored', 'm2 stored', 'm3 stored'])
  })

  test('[R2] everybody gets their own answer', async () => {
    const { batches, add, turn } = create()
    const both = Promise.all([add(7), add(8)])
    await turn()
    batches[0]?.commit()
    expect(await both).toEqual([ok({ seq: 7, repeated: false }), ok({ seq: 8, repeated: false })])
  })

  test('a transaction that fails takes its own entries along, and no others', async () => {
    const { batches, settled, add, turn } = create()
    void add(1).catch(() => {})
    await turn()
    void add(2)
    batches[0]?.fail()
    await turn()
    batches[1]?.commit()
    await turn()
    expect(settled).toEqual(['m1 failed', 'm2 stored'])
  })

  test('a transaction has a size, however many wait', async () => {
    const { batches, add, turn } = create()
    for (let n = 1; n <= 600; n++) void add(n)
    for (let i = 0; i < 600 && batches.flatMap(({ ids }) => ids).length < 600; i++) {
      await turn()
      batches.at(-1)?.commit()
    }
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: 600 }, (_, i) => `m${i + 1}`))
  })

  test('what was said in one frame is not torn apart, since the later ones build on the earlier', async () => {
    const { batches, add, turn } = create()
    for (let n = 1; n <= 100; n++) void add(n)
    const run = {}
    for (let n = 101; n <= 600; n++) void add(n, run)
    await turn()
    batches[0]?.commit()
    await turn()
    expect(batches.map(({ ids }) => ids.length)).toEqual([600])
  })

  test('after a pause it goes on', async () => {
    const { batches, add, turn } = create()
    void add(1)
    await turn()
    batches[0]?.commit()
    await turn()
    void add(2)
    await turn()
    expect(batches.at(-1)?.ids).toEqual(['m2'])
  })
})
