import type { ToHelper } from '@houvast/protocol/helper-frames'
import type { ToSeeker } from '@houvast/protocol/seeker-frames'
import type { Candidate } from '@houvast/rules/matching/professional'
import type { Conversations } from '@houvast/server-store/conversations/conversations'
import type { Professionals } from '@houvast/server-store/professionals/professionals'
import type { TalkFigures } from '@houvast/server-store/professionals/talk-figures'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aloneBus, type Bus, type Hint } from '../bus/bus.ts'
import { dutyKey, Presence, seekerKey } from '../presence.ts'
import { Ringing } from './ringing.ts'
import { memoryRings } from './testing/memory-rings.ts'

const LINE = 'psycholoog'
const wishes = { language: 'nl', theme: 'worry' } as const

function world(kids: readonly string[]) {
  const now = () => Date.now()
  const { rings, weeks, talks, isTaken } = memoryRings()
  const over = new Set<string>()
  const candidate = (kid: string): Candidate & { name: string } => ({
    ...{ kid, name: kid },
    profile: { title: 'psychologist', gender: 'woman', languages: ['nl'], themes: ['worry'], about: '', weekly: [] },
    recognition: { commissionNumber: '0', checkedBy: 'Noor', checkedAt: 0, validUntil: Number.MAX_SAFE_INTEGER },
    load: { minutes: kids.indexOf(kid), lastTalkAt: 0 },
  })
  const professionals = {
    free: async (_: string, there: readonly string[]) => there.filter((kid) => !isTaken(kid)).map(candidate),
    find: async (_: string, kid: string) => candidate(kid),
  } as unknown as Professionals
  const phaseOf = (id: string) => (over.has(id) ? 'ended' : talks.has(id) ? 'active' : 'waiting')
  const conversations = {
    find: async (_: string, id: string) => ({ id, state: { phase: phaseOf(id), members: [] } }),
    read: async () => [],
  } as unknown as Conversations
  const figures = { count: async () => {}, decided: async () => {} } as unknown as TalkFigures
  const bugs: unknown[] = []
  const onBug = (error: unknown) => bugs.push(error)
  const [bus, otherBus] = busOfTwo()
  const presence = new Presence(bus, now)
  const otherPresence = new Presence(otherBus, now)
  const shared = { conversations, professionals, rings, figures, now, onBug }
  const ringing = new Ringing({ ...shared, presence, bus })
  /** Another process of the same site. */
  const other = { ringing: new Ringing({ ...shared, presence: otherPresence, bus: otherBus }), presence: otherPresence }
  const take = async (id: string, kid: string, at = ringing) => {
    expect(await at.accept(LINE, id, kid)).toBe(true)
    talks.add(id)
    await at.settled(LINE, id, true)
    await at.answered(LINE, id, kid)
  }
  const end = async (id: string, at = ringing) => {
    over.add(id)
    await at.settled(LINE, id, false)
  }
  const leave = new Map<string, () => void>()
  const come = (kid: string) => leave.set(kid, presence.enter(dutyKey(LINE, kid)))
  for (const kid of kids) come(kid)
  return { ringing, rings, weeks, come, leave, bugs, presence, other, take, end, isTaken }
}

/** Two ends of one bus; what is said at the one is heard at the other, a moment later. */
function busOfTwo(): [Bus, Bus] {
  const listeners: ((hint: Hint) => void)[][] = [[], []]
  const end = (own: number): Bus => ({
    ...aloneBus(),
    publish: (hint) =>
      void Promise.resolve().then(() => {
        for (const listener of listeners[1 - own] ?? []) listener(hint)
      }),
    subscribe: (listener) => void listeners[own]?.push(listener),
  })
  return [end(0), end(1)]
}

function person(ringing: Ringing, conversation: string) {
  const heard: ToSeeker[] = []
  const tell = (frame: ToSeeker) => void heard.push(frame)
  return {
    heard,
    find: (more: { only?: string } = {}) => void ringing.find(LINE, conversation, { wishes, ...more }, tell),
    away: () => ringing.away(LINE, conversation, tell),
    last: () => heard.at(-1),
  }
}

/** Lets everything that was begun come to rest, and the clock go on. */
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a person for whom somebody is looked', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 19) }))
  afterEach(() => void vi.useRealTimers())

  test('[G6] hears who is rung, then the next after silence, then the next after a no, then may choose', async () => {
    const { ringing, weeks } = world(['a', 'b', 'c', 'd'])
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'a', number: 1, secondsLeft: 25 })
    await after(26_500)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'b', number: 2 })
    await ringing.decline(LINE, 'one', 'b')
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'c', number: 3 })
    await after(26_500)
    expect(one.last()).toEqual({ type: 'choose', conversation: 'one', why: 'three-rings', canLetGo: false })
    expect(weeks).toEqual(['a silent', 'b declined', 'c silent'])
  })

  test('[G6] does not wait for a professional who left while it rang, but for one whose link was lost for a moment', async () => {
    const { ringing, come, leave } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(3_000)
    leave.get('a')?.()
    await after(2_000)
    come('a')
    await after(4_000)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'a' })
    leave.get('a')?.()
    await after(4_000)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'b', number: 2 })
  })

  test('[G6] may ask for more, and is put through to who was not asked yet', async () => {
    const { ringing } = world(['a', 'b', 'c', 'd'])
    const one = person(ringing, 'one')
    one.find()
    await after(3 * 26_500)
    one.find()
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'd', number: 1 })
  })

  test('[G9] does not get whom another has, and gets them once they are free', async () => {
    const { ringing, rings } = world(['a'])
    const [one, two] = [person(ringing, 'one'), person(ringing, 'two')]
    one.find()
    two.find()
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'a' })
    expect(two.last()).toMatchObject({ type: 'choose', why: 'nobody' })
    await rings.accept(LINE, 'one', 'a', Date.now())
    await ringing.settled(LINE, 'one', true)
    await after(60_000)
    expect(two.last()).toMatchObject({ type: 'choose' })
    await ringing.settled(LINE, 'one', false)
    await after(0)
    expect(two.last()).toMatchObject({ type: 'ringing', name: 'a' })
  })

  test('[G6] who has waited longest is put through first when somebody comes', async () => {
    const { ringing, come } = world([])
    const [first, second] = [person(ringing, 'first'), person(ringing, 'second')]
    first.find()
    await after(1_000)
    second.find()
    await after(1_000)
    come('a')
    await after(0)
    expect(first.last()).toMatchObject({ type: 'ringing', name: 'a' })
    expect(second.last()).toMatchObject({ type: 'choose', why: 'nobody' })
  })

  test('[G12] keeps the ring when the page is loaded again', async () => {
    const { ringing } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(5_000)
    one.away()
    await after(4_000)
    const again = person(ringing, 'one')
    again.find()
    await after(0)
    expect(again.last()).toMatchObject({
      type: 'ringing',
      name: 'a',
      number: 1,
      secondsLeft: 16,
      reasons: ['language', 'theme', 'least-minutes'],
    })
    await after(16_000 + 1_500)
    expect(again.last()).toMatchObject({ type: 'ringing', name: 'b', number: 2 })
  })

  test('[G12] nobody else is rung while the page is gone, whoever says no meanwhile', async () => {
    const { ringing, rings, isTaken } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    one.away()
    await after(2_000)
    await ringing.decline(LINE, 'one', 'a')
    await after(1_000)
    expect(isTaken('b')).toBe(false)
    await after(60_000)
    expect(await rings.for(LINE, 'one')).toBeUndefined()
  })

  test('[G12] keeps the ring when the page comes back by way of another process', async () => {
    const { ringing, rings, other } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(3_000)
    one.away()
    other.presence.enter(seekerKey(LINE, 'one'))
    const again = person(other.ringing, 'one')
    again.find()
    await after(15_000)
    expect(await rings.for(LINE, 'one')).toMatchObject({ kid: 'a' })
    expect(again.last()).toMatchObject({ type: 'ringing', name: 'a' })
  })

  test('[G6] is looked for again when somebody comes, also after a ring in vain', async () => {
    const { ringing, come } = world(['a'])
    const one = person(ringing, 'one')
    one.find()
    await after(26_500)
    expect(one.last()).toMatchObject({ type: 'choose', why: 'nobody' })
    come('b')
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'b', number: 2 })
  })

  test('[G6] is told once that nobody is there, however often somebody comes and goes', async () => {
    const { ringing, presence } = world([])
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    for (let times = 0; times < 5; times++) {
      presence.enter(dutyKey(LINE, 'nobody-s-professional'))()
      await after(0)
    }
    expect(one.heard.filter(({ type }) => type === 'choose')).toHaveLength(1)
  })

  test('[G9] who was taken and has left is not rung for again, when both came through another process', async () => {
    const { ringing, take, end, other, isTaken } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    await take('one', 'a', other.ringing)
    await after(60_000)
    await end('one', other.ringing)
    await after(60_000)
    expect(one.heard.filter(({ type }) => type === 'ringing')).toHaveLength(1)
    expect(isTaken('a') || isTaken('b')).toBe(false)
  })

  test('[G9] who stops while somebody is being looked up is rung for by nobody', async () => {
    const { ringing, rings } = world(['a'])
    const { asked } = rings
    rings.asked = async (line, conversation) => {
      await ringing.stop(LINE, 'one')
      return asked(line, conversation)
    }
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    expect(one.heard).toEqual([])
    expect(await rings.for(LINE, 'one')).toBeUndefined()
  })

  test('[G6] goes on to the next when word of a no was lost', async () => {
    const { ringing, rings } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(1_000)
    await rings.decline(LINE, 'one', 'a', 'declined', Date.now())
    await after(26_500)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'b' })
  })

  test('[G12] is not rung for once they are gone', async () => {
    const { ringing, rings } = world(['a'])
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    one.away()
    await after(10_000)
    expect(await rings.for(LINE, 'one')).toBeUndefined()
  })
})

describe('a professional', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 19) }))
  afterEach(() => void vi.useRealTimers())

  test('[G6] hears it ring, and is away once it rang in vain', async () => {
    const { ringing } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    const one = person(ringing, 'one')
    one.find()
    await after(0)
    expect(frames.at(-1)).toMatchObject({ type: 'ring', conversation: 'one', secondsLeft: 25 })
    await after(26_500)
    expect(frames.at(-1)).toEqual({ type: 'ring-over', conversation: 'one', why: 'late' })
    expect(over).toHaveBeenCalledOnce()
  })

  test('[G6] hears that the person left, and stays there for others', async () => {
    const { ringing } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    person(ringing, 'one').find()
    await after(3_000)
    await ringing.stop(LINE, 'one')
    await after(0)
    expect(frames.at(-1)).toEqual({ type: 'ring-over', conversation: 'one', why: 'left' })
    expect(over).not.toHaveBeenCalled()
  })

  test('[G9] who says yes has them, and the ring does not run out', async () => {
    const { ringing, rings } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(25_000)
    expect(await ringing.accept(LINE, 'one', 'a')).toBe(true)
    await ringing.settled(LINE, 'one', true)
    await after(60_000)
    expect(await rings.for(LINE, 'one')).toMatchObject({ kid: 'a', isAccepted: true })
    expect(one.heard.filter(({ type }) => type === 'ringing')).toHaveLength(1)
  })

  test('[G6] is there again after a talk, and was away from nothing', async () => {
    const { ringing, take, end } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    person(ringing, 'one').find()
    await after(5_000)
    await take('one', 'a')
    await after(20 * 60_000)
    await end('one')
    await after(0)
    expect(frames.map(({ type }) => type)).toEqual(['ring', 'ring-over'])
    expect(over).not.toHaveBeenCalled()
  })

  test('[G6] hears at every desk that it rings no more, and is away only after a no', async () => {
    const { ringing, other, take } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    other.ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    person(ringing, 'one').find()
    await after(1_000)
    await take('one', 'a')
    await after(0)
    expect(frames.at(-1)).toMatchObject({ type: 'ring-over', conversation: 'one' })
    expect(over).not.toHaveBeenCalled()
  })

  test('[G6] says no at one desk and is away at all of them', async () => {
    const { ringing, other } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    other.ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    person(ringing, 'one').find()
    await after(1_000)
    await ringing.decline(LINE, 'one', 'a')
    await after(0)
    expect(frames.at(-1)).toEqual({ type: 'ring-over', conversation: 'one', why: 'declined' })
    expect(over).toHaveBeenCalledOnce()
  })

  test('[G6] hears the end of a ring, and is away, though the process that rang is no more', async () => {
    const { rings, other } = world(['a'])
    const frames: ToHelper[] = []
    const over = vi.fn()
    await rings.claim(LINE, 'one', 'a', { now: Date.now(), until: Date.now() + 25_000 })
    other.ringing.watch(LINE, 'a', { ring: (frame) => void frames.push(frame), over })
    await after(0)
    expect(frames.at(-1)).toMatchObject({ type: 'ring' })
    await after(30_000)
    expect(frames.at(-1)).toEqual({ type: 'ring-over', conversation: 'one', why: 'late' })
    expect(over).toHaveBeenCalledOnce()
  })

  test('[G9] a yes that led to no talk leaves them free, and the next one is rung', async () => {
    const { ringing, rings } = world(['a', 'b'])
    const one = person(ringing, 'one')
    one.find()
    await after(1_000)
    expect(await ringing.accept(LINE, 'one', 'a')).toBe(true)
    await ringing.answered(LINE, 'one', 'a')
    await after(0)
    expect(one.last()).toMatchObject({ type: 'ringing', name: 'b' })
    expect(await rings.of(LINE, 'a', Date.now())).toBeUndefined()
  })

  test('[G9] a yes that comes too late is refused', async () => {
    const { ringing } = world(['a'])
    person(ringing, 'one').find()
    await after(25_001)
    expect(await ringing.accept(LINE, 'one', 'a')).toBe(false)
  })
})
