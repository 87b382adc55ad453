import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inOrder } from './in-order.ts'

function create(receive: (frame: string) => Promise<void> = async () => {}) {
  const closed: string[] = []
  const bugs: unknown[] = []
  let gone = 0
  let now = 0
  const link = { send() {}, close: (reason: string) => closed.push(reason) }
  const handler = inOrder(link, { receive, closed: () => gone++ }, { now: () => now, onBug: (bug) => bugs.push(bug) })
  return {
    ...{ handler, closed, bugs },
    gone: () => gone,
    pass(ms: number) {
      now += ms
      vi.advanceTimersByTime(ms)
    },
  }
}

describe('the frames of one link', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('[R5] are handled one after the other, however long one takes', async () => {
    const done: string[] = []
    const { promise: slow, resolve } = Promise.withResolvers<void>()
    const { handler } = create(async (frame) => {
      if (frame === 'slow') await slow
      done.push(frame)
    })
    const all = ['slow', 'quick', 'last'].map((frame) => handler.receive(frame))
    await new Promise(setImmediate)
    expect(done).toEqual([])
    resolve()
    await Promise.all(all)
    expect(done).toEqual(['slow', 'quick', 'last'])
  })

  test('[R10] more than a person can type closes the link, and nothing more of it is handled', async () => {
    let handled = 0
    const { handler, closed } = create(async () => {
      handled++
    })
    for (let i = 0; i < 350; i++) void handler.receive('frame')
    await new Promise(setImmediate)
    expect(closed).toEqual(['too-much'])
    expect(handled).toBeLessThanOrEqual(300)
  })

  test('fifty a second may go on for ever', async () => {
    const { handler, closed, pass } = create()
    for (let second = 0; second < 60; second++) {
      for (let i = 0; i < 50; i++) await handler.receive('frame')
      pass(1_000)
    }
    expect(closed).toEqual([])
  })

  test('[R10] whoever does not say hello within ten seconds is closed', () => {
    const { closed, pass } = create()
    pass(9_999)
    expect(closed).toEqual([])
    pass(1)
    expect(closed).toEqual(['too-slow'])
  })

  test('whoever said something is not too slow', async () => {
    const { handler, closed, pass } = create()
    await handler.receive('hello')
    pass(60_000)
    expect(closed).toEqual([])
  })

  test('a frame that throws is told as a bug, and the link goes, to come back clean', async () => {
    const { handler, closed, bugs } = create(async () => {
      throw new Error('for the test')
    })
    await handler.receive('frame')
    expect(bugs).toHaveLength(1)
    expect(closed).toEqual(['restarting'])
  })

  test('after the link is gone nothing waits in line any more', async () => {
    const handled: string[] = []
    const { promise: slow, resolve } = Promise.withResolvers<void>()
    const { handler, gone, closed, pass } = create(async (frame) => {
      handled.push(frame)
      await slow
    })
    const all = ['one', 'two'].map((frame) => handler.receive(frame))
    await new Promise(setImmediate)
    handler.closed()
    resolve()
    await Promise.all(all)
    await handler.receive('three')
    pass(60_000)
    expect(handled).toEqual(['one'])
    expect(gone()).toBe(1)
    expect(closed).toEqual([])
  })
})
