import { CLOSE_CODES } from '@houvast/protocol/close-codes'
import { describe, expect, test } from 'vitest'
import type { LinkEvents, OpenLink } from './client-link.ts'
import { type ConnectionState, type Hello, StayingConnected } from './staying-connected.ts'
import { fakeClock } from './testing/fake-clock.ts'

type Opened = { readonly way: 'socket' | 'polled'; readonly events: LinkEvents; readonly sent: string[]; at: number }

function begin(hello: () => Promise<Hello> = async () => ({ frame: 'hello' }), random = () => 0.5) {
  const clock = fakeClock()
  const opened: Opened[] = []
  const states: ConnectionState[] = []
  const heard: string[] = []
  const open =
    (way: Opened['way']): OpenLink =>
    (events) => {
      const sent: string[] = []
      opened.push({ way, events, sent, at: clock.now() })
      return { send: (frame) => void sent.push(frame), close: () => events.closed(undefined) }
    }
  const stay = new StayingConnected({
    links: { socket: open('socket'), polled: open('polled') },
    ...{ hello, clock, random },
    onFrame: (text) => heard.push(text),
    onState: (state) => states.push(state),
  })
  stay.start()
  const last = () => opened.at(-1) as Opened
  const connect = async () => {
    await clock.pass(0)
    last().events.opened()
    last().events.frame('welcome')
  }
  return { stay, clock, opened, states, heard, last, connect }
}

describe('staying connected', () => {
  test('says hello first, and is connected when the server has answered it', async () => {
    const { clock, last, states, heard } = begin()
    await clock.pass(0)
    last().events.opened()
    expect(last().sent).toEqual(['hello'])
    expect(states).toEqual(['connecting'])
    last().events.frame('welcome')
    expect(states).toEqual(['connecting', 'connected'])
    expect(heard).toEqual(['welcome'])
  })

  test('[R6] every failure makes the next wait longer, up to four seconds, and chance spreads a crowd from the first on', async () => {
    const waits = async (random: () => number) => {
      const { clock, opened } = begin(undefined, random)
      const at: number[] = []
      for (let i = 0; i < 8; i++) {
        await clock.pass(0)
        const before = opened.length
        const failedAt = clock.now()
        opened.at(-1)?.events.closed(undefined)
        while (opened.length === before) await clock.pass(1)
        at.push(clock.now() - failedAt)
      }
      return at
    }
    expect(await waits(() => 0)).toEqual(Array(8).fill(100))
    expect(await waits(() => 1)).toEqual([200, 400, 800, 1_600, 3_200, 4_000, 4_000, 4_000])
  })

  test('[R6] after a link that worked, the waits are short again', async () => {
    const { clock, connect, last, opened } = begin(undefined, () => 1)
    for (let i = 0; i < 5; i++) {
      await clock.pass(4_000)
      last().events.closed(undefined)
    }
    await clock.pass(4_000)
    await connect()
    last().events.closed(undefined)
    const before = opened.length
    await clock.pass(200)
    expect(opened).toHaveLength(before + 1)
  })

  test.each([
    ['are cut', undefined],
    ['are closed by something in between', 1000],
    ['are closed without a reason', 1005],
    ['are refused for their size', 1009],
  ])('[R4] where sockets %s, it goes by posts, and tries a socket now and then', async (_, code) => {
    const { clock, opened, last } = begin()
    for (let i = 0; i < 9; i++) {
      await clock.pass(4_000)
      last().events.closed(last().way === 'socket' ? code : undefined)
    }
    expect(opened.map(({ way }) => way)).toEqual([
      ...['socket', 'socket'],
      ...['polled', 'polled', 'polled', 'socket'],
      ...['polled', 'polled', 'polled'],
    ])
  })

  test('[R4] a socket that says neither yes nor no is not waited for twice: words must not be late for it', async () => {
    const { clock, last } = begin()
    await clock.pass(8_000 + 4_000)
    expect(last().way).toBe('polled')
    expect(last().at).toBeLessThan(15_000)
  })

  test('[R4] once it went by posts, it does so at once after the next cut', async () => {
    const { clock, last, connect } = begin()
    for (let i = 0; i < 2; i++) {
      await clock.pass(4_000)
      last().events.closed(undefined)
    }
    await clock.pass(4_000)
    await connect()
    last().events.closed(undefined)
    await clock.pass(4_000)
    expect(last().way).toBe('polled')
  })

  test('[R4] a server that is down says nothing about sockets: when it is back, it is by socket', async () => {
    let isDown = true
    const { clock, last } = begin(async () => (isDown ? 'try-later' : { frame: 'hello' }))
    await clock.pass(30_000)
    isDown = false
    await clock.pass(4_000)
    expect(last().way).toBe('socket')
  })

  test('a question for a ticket that is never answered is asked again', async () => {
    let asked = 0
    const { clock, opened } = begin(() => {
      asked++
      return asked === 1 ? new Promise(() => {}) : Promise.resolve({ frame: 'hello' })
    })
    await clock.pass(12_000)
    expect(asked).toBe(2)
    expect(opened).toHaveLength(1)
  })

  test('[R14] on waking the link is asked whether it lives, and is given up after three seconds without an answer', async () => {
    const { stay, clock, connect, last, states, opened } = begin()
    await connect()
    stay.nudge()
    expect(last().sent.at(-1)).toBe('{"type":"ping"}')
    await clock.pass(2_999)
    expect(states.at(-1)).toBe('connected')
    await clock.pass(1)
    expect(states.at(-1)).toBe('lost')
    await clock.pass(4_000)
    expect(opened).toHaveLength(2)
  })

  test('[R14] a link that answers stays', async () => {
    const { stay, clock, connect, last, states } = begin()
    await connect()
    stay.nudge()
    await clock.pass(2_000)
    last().events.frame('{"type":"pong"}')
    await clock.pass(10_000)
    expect(states.at(-1)).toBe('connected')
  })

  test('[R14] who wakes while waiting to try again does not wait', async () => {
    const { stay, clock, connect, last, opened } = begin(undefined, () => 1)
    await connect()
    for (let i = 0; i < 6; i++) {
      last().events.closed(undefined)
      await clock.pass(4_000)
    }
    last().events.closed(undefined)
    const before = opened.length
    stay.nudge()
    await clock.pass(0)
    expect(opened).toHaveLength(before + 1)
  })

  test('a link that is silent for twenty seconds is asked too', async () => {
    const { clock, connect, last } = begin()
    await connect()
    await clock.pass(20_000)
    expect(last().sent.at(-1)).toBe('{"type":"ping"}')
  })

  test('what a link that was given up still brings comes too late, and stops nothing', async () => {
    const { stay, clock, connect, opened, heard, states } = begin()
    await connect()
    const [first] = opened
    stay.nudge()
    await clock.pass(3_000)
    first?.events.frame('too late')
    expect(heard).toEqual(['welcome'])
    await clock.pass(4_000)
    expect(opened).toHaveLength(2)
    expect(states.at(-1)).toBe('connecting')
  })

  test.each(['protocol-error', 'not-found', 'version-unknown'] as const)(
    'when the server closes with %s it is over: trying again would not help',
    async (reason) => {
      const { clock, connect, last, states, opened } = begin()
      await connect()
      last().events.closed(CLOSE_CODES[reason])
      await clock.pass(60_000)
      expect(states.at(-1)).toBe('stopped')
      expect(opened).toHaveLength(1)
    },
  )

  test.each(['restarting', 'ticket-refused', 'too-much', 'too-slow', 'goodbye'] as const)(
    'when the server closes with %s it comes back',
    async (reason) => {
      const { clock, connect, last, opened } = begin()
      await connect()
      last().events.closed(CLOSE_CODES[reason])
      await clock.pass(1_000)
      expect(opened).toHaveLength(2)
    },
  )

  test('a conversation that is no more is not asked for again', async () => {
    const { clock, states, opened } = begin(async () => 'gone')
    await clock.pass(60_000)
    expect(states).toEqual(['connecting', 'stopped'])
    expect(opened).toEqual([])
  })

  test('stopped is stopped', async () => {
    const { stay, clock, connect, states, opened } = begin()
    await connect()
    stay.stop()
    await clock.pass(60_000)
    expect(states.at(-1)).toBe('stopped')
    expect(opened).toHaveLength(1)
    expect(stay.send('frame')).toBe(false)
  })
})
