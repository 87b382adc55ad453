import { FRAME_MAX } from '@houvast/rules/limits/limits'
import { describe, expect, test, vi } from 'vitest'
import { type Post, polledLink } from './polled-link.ts'

const NAME = 'L'.repeat(43)

type Sent = { at: number; frames: string[] }

/** A server that answers what the test gives it; `undefined` is a wait that lasts. */
function open(waits: ({ frames: string[]; next: number; closed?: number } | 'cut')[], failSends = false) {
  const sends: Sent[] = []
  const events: string[] = []
  const post: Post = (path, body, signal) => {
    if (path.endsWith('/link')) return Promise.resolve({ status: 201, json: { link: NAME } })
    if (path.endsWith('/send')) {
      sends.push(body as Sent)
      return Promise.resolve({ status: failSends ? 410 : 200, json: {} })
    }
    const news = waits.shift()
    if (news === 'cut') return Promise.reject(new Error('cut'))
    if (news) return Promise.resolve({ status: 200, json: news })
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  const link = polledLink(
    '/link',
    post,
  )({
    opened: () => events.push('opened'),
    frame: (text) => events.push(text),
    closed: (code) => events.push(`closed ${code}`),
  })
  return { link, sends, events }
}

describe('[R4] the same frames by posts and waits', () => {
  test('frames come in order, and the server is told how far', async () => {
    const { events } = open([
      { frames: ['a', 'b'], next: 2 },
      { frames: ['c'], next: 3 },
    ])
    await vi.waitFor(() => expect(events).toEqual(['opened', 'a', 'b', 'c']))
  })

  test('what was said before it was open goes first, in order, each once', async () => {
    const { link, sends } = open([])
    for (const frame of ['1', '2', '3']) link.send(frame)
    await vi.waitFor(() => expect(sends.flatMap(({ frames }) => frames)).toEqual(['1', '2', '3']))
    link.send('4')
    await vi.waitFor(() => expect(sends.at(-1)).toMatchObject({ at: 3, frames: ['4'] }))
  })

  test('[R10] no post is longer than the server takes, however much waits', async () => {
    const { link, sends } = open([])
    const frames = Array.from({ length: 12 }, (_, i) => `${i}${'"'.repeat(10)}${'x'.repeat(60_000)}`)
    for (const frame of frames) link.send(frame)
    await vi.waitFor(() => expect(sends.flatMap((sent) => sent.frames)).toEqual(frames))
    for (const sent of sends) expect(JSON.stringify(sent).length).toBeLessThan(4 * FRAME_MAX)
  })

  test.each([
    [
      'the server closes it',
      { waits: [{ frames: ['last'], next: 1, closed: 4404 }] },
      ['opened', 'last', 'closed 4404'],
    ],
    ['a wait is cut', { waits: ['cut' as const] }, ['opened', 'closed undefined']],
  ])('%s: told once', async (_, { waits }, expected) => {
    const { link, events } = open(waits)
    await vi.waitFor(() => expect(events).toEqual(expected))
    link.close()
    expect(events).toEqual(expected)
  })

  test('a post that is refused closes it: nobody knows any more what arrived', async () => {
    const { link, events } = open([], true)
    link.send('1')
    await vi.waitFor(() => expect(events.at(-1)).toBe('closed undefined'))
  })
})
