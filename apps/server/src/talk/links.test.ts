import { readToHelper, type ToHelper } from '@houvast/protocol/helper-frames'
import { readToSeeker, type ToSeeker } from '@houvast/protocol/seeker-frames'
import { PROTOCOL_VERSION } from '@houvast/protocol/version'
import { openConversation } from '@houvast/rules/conversation/open-conversation'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bus, Hint } from '../bus/bus.ts'
import { seekerKey, staffKey } from '../presence.ts'
import type { HandleLink } from './link.ts'
import { memoryConversations } from './testing/memory-conversations.ts'
import { talkServer } from './testing/talk-server.ts'

const LINE = 'awel'
const kid = (name: string) => name.padEnd(11, '_')
const idOf = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Processes on one database, and the bus between them. */
function processes(count: number) {
  const listeners: ((hint: Hint) => void)[] = []
  const hints: { hint: Hint; rows: number }[] = []
  let pause: () => Promise<void> = async () => {}
  const conversations = memoryConversations(() => pause())
  const bugs: unknown[] = []
  const servers = Array.from({ length: count }, (_, from) => {
    const bus: Bus = {
      publish(hint) {
        hints.push({ hint, rows: conversations.all.get(idOf(1))?.rows.length ?? 0 })
        setTimeout(() => {
          for (const [i, listener] of listeners.entries()) if (i % count !== from) listener(hint)
        })
      },
      subscribe: (listener) => void listeners.push(listener),
      onReconnect() {},
      close: async () => {},
    }
    // Presence and news and queue each listen: keep the place of a listener in step with its process.
    const before = listeners.length
    const server = talkServer({ conversations, bus, now: Date.now, onBug: (bug) => bugs.push(bug) })
    const own = listeners.splice(before)
    listeners.push((hint) => {
      for (const listener of own) listener(hint)
    })
    return server
  })
  const wait = async (n: number, since: number, intake = 'intake') => {
    const seeker = kid(`seeker${n}`)
    const state = openConversation({ seeker, duty: kid('duty'), commitHash: 'start' }, since)
    await conversations.open(
      {
        ...{ line: LINE, id: idOf(n), state, secretHash: '', placeTicket: '' },
        start: { id: `start${n}`, kid: seeker, body: 'start', wraps: [] },
        intake: { id: `intake${n}`, kid: seeker, body: intake },
      },
      since,
    )
  }
  return {
    ...{ conversations, servers, wait, bugs, hints },
    slowly(how: () => Promise<void>) {
      pause = how
    },
  }
}

type Processes = ReturnType<typeof processes>

function device<Frame>(handle: HandleLink, read: (text: string) => Frame | undefined) {
  const heard: Frame[] = []
  const closed: string[] = []
  const handler = handle({
    send: (text) => void heard.push(read(text) as Frame),
    close: (reason) => void closed.push(reason),
  })
  return {
    ...{ heard, closed, receive: handler.receive },
    say: (frame: object) => handler.receive(JSON.stringify(frame)),
    cut: () => handler.closed(),
  }
}

const seekerAt = (server: Processes['servers'][number]) => device<ToSeeker>(server.seeker, readToSeeker)
const helperAt = (server: Processes['servers'][number]) => device<ToHelper>(server.helper, readToHelper)

const helloOfSeeker = (server: Processes['servers'][number], n: number) => ({
  ...{ type: 'hello', version: PROTOCOL_VERSION, since: 0 },
  ticket: server.tickets.issue({ role: 'seeker', line: LINE, conversation: idOf(n) }),
})
const helloOfHelper = (server: Processes['servers'][number], name: string) => ({
  ...{ type: 'hello', version: PROTOCOL_VERSION },
  ticket: server.tickets.issue({ role: 'helper', line: LINE, kid: kid(name) }),
})

describe('links of seekers and helpers', () => {
  let world: Processes
  let server: Processes['servers'][number]
  beforeEach(() => {
    world = processes(2)
    server = world.servers[0] as typeof server
  })
  afterEach(() => {
    for (const one of world.servers) one.presence.close()
  })

  test('[Q4] the queue is told to helpers in order of arrival, and to each seeker as their place in it', async () => {
    for (const [n, since] of [
      [3, 3_000],
      [1, 1_000],
      [2, 2_000],
    ] as const)
      await world.wait(n, since)
    const helper = helperAt(server)
    await helper.say(helloOfHelper(server, 'hanne'))
    await helper.say({ type: 'go-on-duty' })
    const seekers = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const seeker = seekerAt(server)
        await seeker.say(helloOfSeeker(server, n))
        return seeker
      }),
    )
    const lastOf = <F extends { type: string }>(frames: readonly F[], type: string) =>
      frames.filter((frame) => frame.type === type).at(-1)
    await vi.waitFor(() => {
      const queue = lastOf(helper.heard, 'waiting') as Extract<ToHelper, { type: 'waiting' }>
      expect(queue.queue.map(({ conversation, here }) => [conversation, here])).toEqual(
        [1, 2, 3].map((n) => [idOf(n), true]),
      )
      expect(seekers.map(({ heard }) => lastOf(heard, 'queue'))).toMatchObject([
        { place: 1 },
        { place: 2 },
        { place: 3 },
      ])
    })
  })

  test('[R10, Q4] of a queue that is longer than a frame, helpers see the front', async () => {
    for (let n = 1; n <= 200; n++) await world.wait(n, n * 1_000, 'x'.repeat(900))
    const helper = helperAt(server)
    await helper.say(helloOfHelper(server, 'hanne'))
    await helper.say({ type: 'go-on-duty' })
    await vi.waitFor(() => expect(helper.heard.some((frame) => frame?.type === 'waiting')).toBe(true))
    const waiting = helper.heard.find((frame) => frame?.type === 'waiting') as Extract<ToHelper, { type: 'waiting' }>
    expect(helper.heard).not.toContain(undefined)
    expect(waiting.queue.length).toBeGreaterThan(40)
    expect(waiting.queue.map(({ conversation }) => conversation)).toEqual(waiting.queue.map((_, i) => idOf(i + 1)))
  })

  test('[R12] a device at another process hears what was stored here, and the hint goes out when it is stored', async () => {
    await world.wait(1, 1_000)
    const other = seekerAt(world.servers[1] as typeof server)
    await other.say(helloOfSeeker(world.servers[1] as typeof server, 1))
    const here = seekerAt(server)
    await here.say(helloOfSeeker(server, 1))
    await here.say({ type: 'end', conversation: idOf(1) })
    await vi.waitFor(() => expect(other.heard.at(-1)).toMatchObject({ type: 'phase', phase: 'ended', by: 'seeker' }))
  })

  test('[R12] nothing is said to other processes before the commit', async () => {
    await world.wait(1, 1_000)
    const order: string[] = []
    const seeker = seekerAt(server)
    await seeker.say(helloOfSeeker(server, 1))
    const { promise: committed, resolve } = Promise.withResolvers<void>()
    world.hints.length = 0
    world.slowly(async () => {
      await committed
      order.push('commit')
    })
    const ending = seeker.say({ type: 'end', conversation: idOf(1) })
    await new Promise((later) => setTimeout(later, 20))
    expect(world.hints.filter(({ hint }) => hint.about === 'state')).toEqual([])
    resolve()
    await ending
    expect(order[0]).toBe('commit')
    expect(world.hints.filter(({ hint }) => hint.about === 'state')).toHaveLength(1)
  })

  test('[R10] a frame that is not in the protocol closes the link', async () => {
    await world.wait(1, 1_000)
    for (const frame of ['', '{}', '{"type":"go-on-duty"}', '{"type":"ping","more":1}']) {
      const seeker = seekerAt(server)
      await seeker.say(helloOfSeeker(server, 1))
      await seeker.receive(frame)
      expect(seeker.closed).toEqual(['protocol-error'])
    }
  })

  test('a ticket is good once, for whom it was given', async () => {
    await world.wait(1, 1_000)
    const hello = helloOfSeeker(server, 1)
    const first = seekerAt(server)
    const second = seekerAt(server)
    const helper = helperAt(server)
    await first.say(hello)
    await second.say(hello)
    const { since: _, ...asHelper } = helloOfSeeker(server, 1)
    await helper.say(asHelper)
    expect([first.closed, second.closed, helper.closed]).toEqual([[], ['ticket-refused'], ['ticket-refused']])
  })

  test.each([
    ['a seeker', seekerAt, () => helloOfSeeker(server, 1), seekerKey(LINE, idOf(1))],
    ['a helper', helperAt, () => helloOfHelper(server, 'hanne'), staffKey(LINE, kid('hanne'))],
  ] as const)('%s whose link is cut while it comes in is not «here» for ever', async (_, at, hello, key) => {
    await world.wait(1, 1_000)
    const { promise: answered, resolve } = Promise.withResolvers<void>()
    const one = at(server)
    world.slowly(() => answered)
    const slowHello = one.say(hello())
    for (let i = 0; i < 3; i++) await Promise.resolve()
    one.cut()
    resolve()
    await slowHello
    expect(server.presence.isHere(key)).toBe(false)
  })

  describe('[C10] who is brought into a talk', () => {
    const members = (...guests: string[]) => [
      { kid: kid('seeker1'), role: 'seeker' as const },
      { kid: kid('hanne'), role: 'helper' as const },
      ...guests.map((name) => ({ kid: kid(name), role: 'reader' as const })),
    ]
    const state = (...guests: string[]) => ({
      ...(world.conversations.all.get(idOf(1))?.state as object),
      ...{ phase: 'active', helper: kid('hanne'), members: members(...guests) },
    })
    const become = (...guests: string[]) => {
      Object.assign(world.conversations.all.get(idOf(1)) as object, { state: state(...guests) })
      return server.news.changed(LINE, idOf(1), state(...guests) as never)
    }

    test('hears of it at whatever process they are linked to, on duty or not, and nobody else does', async () => {
      await world.wait(1, 1_000)
      const there = helperAt(world.servers[1] as typeof server)
      await there.say(helloOfHelper(world.servers[1] as typeof server, 'karim'))
      const [here, other] = [helperAt(server), helperAt(server)]
      await here.say(helloOfHelper(server, 'karim'))
      await other.say(helloOfHelper(server, 'veerle'))
      await become('karim')
      const news = { type: 'brought-in', conversation: idOf(1) }
      await vi.waitFor(() => expect(there.heard).toContainEqual(news))
      expect(here.heard).toContainEqual(news)
      expect(other.heard).not.toContainEqual(news)
    })

    test('finds it after coming back, may leave it, and cannot end it', async () => {
      await world.wait(1, 1_000)
      await become('karim')
      const karim = helperAt(server)
      await karim.say(helloOfHelper(server, 'karim'))
      expect(karim.heard[0]).toMatchObject({ type: 'welcome', own: [{ conversation: idOf(1) }] })

      await karim.say({ type: 'follow', conversation: idOf(1), since: 0 })
      await karim.say({ type: 'end', conversation: idOf(1) })
      expect(karim.heard.at(-1)).toMatchObject({ type: 'refused', reason: 'not-a-member' })
      expect(world.conversations.all.get(idOf(1))?.state.phase).toBe('active')
    })
  })

  test('«not yours» and «not there» answer the same', async () => {
    await world.wait(1, 1_000)
    await world.wait(2, 2_000)
    const seeker = seekerAt(server)
    await seeker.say(helloOfSeeker(server, 1))
    const answers: unknown[] = []
    for (const n of [2, 9]) {
      await seeker.say({ type: 'read-on', conversation: idOf(n), since: 0 })
      const { conversation: _, ...answer } = seeker.heard.at(-1) as Extract<ToSeeker, { type: 'refused' }>
      answers.push(answer)
    }
    expect(answers[0]).toEqual({ type: 'refused', reason: 'not-found' })
    expect(answers[1]).toEqual(answers[0])
  })
})
