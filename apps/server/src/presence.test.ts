import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bus, Hint } from './bus/bus.ts'
import { dutyKey, Presence, seekerKey } from './presence.ts'

/** A bus that hands every hint to all other ends, as text, at once. */
function busOf() {
  const ends: { listeners: ((hint: Hint) => void)[]; returns: (() => void)[]; isCut: boolean }[] = []
  const join = (): { bus: Bus; cut(): void; mend(): void } => {
    const end: (typeof ends)[number] = { listeners: [], returns: [], isCut: false }
    ends.push(end)
    const bus: Bus = {
      publish(hint) {
        if (end.isCut) return
        for (const other of ends)
          if (other !== end && !other.isCut) for (const hear of other.listeners) hear(JSON.parse(JSON.stringify(hint)))
      },
      subscribe: (listener) => void end.listeners.push(listener),
      onReconnect: (listener) => void end.returns.push(listener),
      async close() {},
    }
    return {
      bus,
      cut() {
        end.isCut = true
      },
      mend() {
        end.isCut = false
        for (const listener of end.returns) listener()
      },
    }
  }
  return join
}

const key = seekerKey('awel', 'a')

describe('who is here', () => {
  let join: ReturnType<typeof busOf>
  const open: Presence[] = []
  beforeEach(() => {
    vi.useFakeTimers()
    join = busOf()
  })
  afterEach(() => {
    for (const presence of open.splice(0)) presence.close()
    vi.useRealTimers()
  })

  function process() {
    const end = join()
    const presence = new Presence(end.bus, () => Date.now())
    const told: string[] = []
    presence.onChange((of, here) => told.push(`${of} ${here ? 'came' : 'went'}`))
    open.push(presence)
    return { ...end, presence, told }
  }

  test('[R12] is known at every process, and each change is told once', () => {
    const [one, two] = [process(), process()]

    const leave = one.presence.enter(key)
    expect([one.presence.isHere(key), two.presence.isHere(key)]).toEqual([true, true])
    leave()
    leave()

    expect([one.presence.isHere(key), two.presence.isHere(key)]).toEqual([false, false])
    for (const { told } of [one, two]) expect(told).toEqual([`${key} came`, `${key} went`])
  })

  test('[R12] is here as long as one screen is, wherever', () => {
    const [one, two] = [process(), process()]
    const leaves = [one.presence.enter(key), one.presence.enter(key), two.presence.enter(key)]

    leaves[0]?.()
    leaves[2]?.()
    expect([one.presence.isHere(key), two.presence.isHere(key)]).toEqual([true, true])
    leaves[1]?.()

    expect([one.presence.isHere(key), two.presence.isHere(key)]).toEqual([false, false])
    for (const { told } of [one, two]) expect(told).toEqual([`${key} came`, `${key} went`])
  })

  test('[R12] is told to a process that starts later', () => {
    const one = process()
    one.presence.enter(dutyKey('awel', 'kid'))
    const late = process()

    expect(late.presence.under('duty/awel/')).toEqual(['kid'])
  })

  test('[R12] is gone with a process that stops, at once', () => {
    const [one, two] = [process(), process()]
    one.presence.enter(key)
    one.presence.close()

    expect(two.presence.isHere(key)).toBe(false)
    expect(two.told).toEqual([`${key} came`, `${key} went`])
  })

  test('[R12] is gone with a process that falls silent, within half a minute', () => {
    const [one, two] = [process(), process()]
    one.presence.enter(key)
    one.cut()

    vi.advanceTimersByTime(10_000)
    expect(two.presence.isHere(key)).toBe(true)
    vi.advanceTimersByTime(20_000)
    expect(two.presence.isHere(key)).toBe(false)
    expect(two.told).toEqual([`${key} came`, `${key} went`])
  })

  test('[R12] is right again when a process that was cut off comes back', () => {
    const [one, two] = [process(), process()]
    const leave = one.presence.enter(key)
    one.cut()
    leave()
    one.presence.enter(seekerKey('awel', 'b'))
    one.mend()

    expect([two.presence.isHere(key), two.presence.isHere(seekerKey('awel', 'b'))]).toEqual([false, true])
  })

  test('[R12] stays quiet while nothing changes, also with very many', () => {
    const [one, two] = [process(), process()]
    for (let i = 0; i < 200; i++) one.presence.enter(seekerKey('awel', String(i)))
    const late = process()
    expect(late.presence.under('seeker/awel/')).toHaveLength(200)
    const before = two.told.length
    vi.advanceTimersByTime(60_000)

    expect(two.presence.under('seeker/awel/')).toHaveLength(200)
    expect(two.told.slice(before)).toEqual([])
  })

  test('[R12] forgets who left while the long list was under way', () => {
    const [one, two] = [process(), process()]
    const leaves = Array.from({ length: 130 }, (_, i) => one.presence.enter(seekerKey('awel', String(i))))
    two.cut()
    for (const leave of leaves.slice(0, 100)) leave()
    two.mend()

    expect(two.presence.under('seeker/awel/')).toHaveLength(30)
  })

  test('[T1] counts each line for itself, also when one’s name begins like another’s', () => {
    const { presence } = process()
    presence.enter(dutyKey('awel', 'kid'))
    presence.enter(dutyKey('awel-2', 'other'))

    expect(presence.under('duty/awel/')).toEqual(['kid'])
  })
})
