import { BATCH_MAX, FRAME_MAX } from '@houvast/rules/limits/limits'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Delivery } from './delivery.ts'

const entry = (seq: number) => ({ seq, kind: 'envelope' as const, body: '' })
const entries = (...seqs: number[]) => seqs.map(entry)
const waiting = (...ids: string[]) => ids.map((id) => ({ id, envelope: id }))

function linkedAt(end: number) {
  const delivery = new Delivery()
  delivery.linked(end)
  return delivery
}

describe('hearing the log', () => {
  test('[R4] what comes again is passed over, and what is next is handed on', () => {
    const delivery = linkedAt(0)
    delivery.entries(entries(1, 2))
    expect(delivery.entries(entries(1, 2, 3))).toEqual([{ do: 'hear', entries: entries(3) }])
    expect(delivery.heard).toBe(3)
  })

  test('[R4] a hole is read, once, and what lies behind it waits', () => {
    const delivery = linkedAt(0)
    expect(delivery.entries(entries(1, 3))).toEqual([
      { do: 'hear', entries: entries(1) },
      { do: 'read-on', since: 1 },
    ])
    expect(delivery.entries(entries(4))).toEqual([])
    expect(delivery.entries(entries(2, 3, 4))).toEqual([{ do: 'hear', entries: entries(2, 3, 4) }])
    expect(delivery.entries(entries(6))).toEqual([{ do: 'read-on', since: 4 }])
  })

  test('[R4] whatever comes in whatever order, each place is handed on once, in order', () => {
    const arriving = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), { maxLength: 30 })
    fc.assert(
      fc.property(arriving, (frames) => {
        const delivery = linkedAt(0)
        const heard: number[] = []
        for (const seqs of [...frames, Array.from({ length: 12 }, (_, i) => i + 1)])
          for (const todo of delivery.entries(entries(...seqs.toSorted((a, b) => a - b))))
            if (todo.do === 'hear') heard.push(...todo.entries.map(({ seq }) => seq))
        expect(heard).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
      }),
    )
  })

  test('[R4] what was handed on and could not be heard is read again', () => {
    const delivery = linkedAt(0)
    delivery.entries(entries(1, 2, 3))
    delivery.heardUpTo(1)
    expect(delivery.quiet()).toEqual([{ do: 'read-on', since: 1 }])
    expect(delivery.isFree).toBe(false)
    expect(delivery.entries(entries(2, 3))).toEqual([{ do: 'hear', entries: entries(2, 3) }])
  })

  test('[R4] the slow safety read asks only where somebody can answer', () => {
    expect(new Delivery().quiet()).toEqual([])
    expect(linkedAt(4).quiet()).toEqual([{ do: 'read-on', since: 0 }])
  })
})

describe('sending the outbox', () => {
  test('[R5] one batch of at most fifty is under way; the next goes when each of it is answered', () => {
    const delivery = linkedAt(0)
    const outbox = waiting(...Array.from({ length: BATCH_MAX + 5 }, (_, i) => `m${i}`))
    const batch = delivery.nextBatch(outbox)
    expect(batch).toHaveLength(BATCH_MAX)
    expect(delivery.nextBatch(outbox)).toEqual([])

    delivery.entries(batch.map((_, i) => entry(i + 1)))
    for (const [i, id] of batch.entries()) {
      expect(delivery.nextBatch(outbox)).toEqual([])
      delivery.stored(id, i + 1)
    }
    expect(delivery.nextBatch(outbox.slice(BATCH_MAX))).toEqual(['m50', 'm51', 'm52', 'm53', 'm54'])
  })

  test('[R4] nothing is sent before the log is read to its end', () => {
    const delivery = linkedAt(2)
    expect(delivery.nextBatch(waiting('a'))).toEqual([])
    delivery.entries(entries(1))
    expect(delivery.nextBatch(waiting('a'))).toEqual([])
    delivery.entries(entries(2))
    expect(delivery.nextBatch(waiting('a'))).toEqual(['a'])
  })

  test('[R4] on a new link the same batch goes again, from the first', () => {
    const delivery = linkedAt(0)
    delivery.nextBatch(waiting('a', 'b'))
    delivery.unlinked()
    expect(delivery.nextBatch(waiting('a', 'b'))).toEqual([])
    delivery.linked(0)
    expect(delivery.nextBatch(waiting('a', 'b'))).toEqual(['a', 'b'])
  })

  test('[R10] a batch is never longer than a frame, and the longest message goes alone', () => {
    const delivery = linkedAt(0)
    const long = Array.from({ length: 9 }, (_, i) => ({ id: `${i}`, envelope: 'x'.repeat(13 * 1024) }))
    expect(delivery.nextBatch(long)).toEqual(['0', '1', '2', '3'])
    expect(linkedAt(0).nextBatch([{ id: 'a', envelope: 'x'.repeat(FRAME_MAX) }])).toEqual(['a'])
  })

  test('refused because of something we have not heard: nothing goes until we have', () => {
    const delivery = linkedAt(0)
    delivery.nextBatch(waiting('a'))
    delivery.refused('a', { isOutdated: true, isBehind: true })
    expect([delivery.isFree, delivery.isOutdated]).toEqual([false, true])
    delivery.entries(entries(1))
    expect(delivery.isFree).toBe(true)
    delivery.sealedAgain()
    expect(delivery.nextBatch(waiting('a'))).toEqual(['a'])
  })
})
