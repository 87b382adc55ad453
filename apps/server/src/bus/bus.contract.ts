/** What every bus between processes promises. Each end is as a process of its own has it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Log } from '../log.ts'
import type { Bus, Hint } from './bus.ts'
import { gateTo } from './testing/gate.ts'

const grown = (conversation: string): Hint => ({ about: 'log', line: 'awel', conversation })
const soon = { timeout: 5_000, interval: 20 }

export function busContract(name: string, url: string, open: (url: string, site: string, log: Log) => Promise<Bus>) {
  describe(`the bus over ${name}`, () => {
    let gate: Awaited<ReturnType<typeof gateTo>>
    const ends: Bus[] = []
    const site = `site-${process.pid}-${Math.random().toString(36).slice(2)}`

    beforeEach(async () => {
      gate = await gateTo(url)
    })
    afterEach(async () => {
      for (const end of ends.splice(0)) await end.close()
      gate.close()
    })

    async function join(at: { url?: string; site?: string; log?: Log } = {}) {
      const bus = await open(at.url ?? url, at.site ?? site, at.log ?? (() => {}))
      const heard: Hint[] = []
      bus.subscribe((hint) => heard.push(hint))
      ends.push(bus)
      return { bus, heard }
    }

    test('[R12] a hint is heard by all others, and not by who gave it', async () => {
      const [one, two, three] = [await join(), await join(), await join()]

      one.bus.publish(grown('a'))
      two.bus.publish({ about: 'queue', line: 'awel' })
      await vi.waitFor(() => expect(three.heard).toHaveLength(2), soon)
      await vi.waitFor(() => expect([one.heard.length, two.heard.length]).toEqual([1, 1]), soon)

      expect(three.heard).toEqual(expect.arrayContaining([grown('a'), { about: 'queue', line: 'awel' }]))
      expect(one.heard).toEqual([{ about: 'queue', line: 'awel' }])
      expect(two.heard).toEqual([grown('a')])
    })

    test('hints come in the order in which they were given, also many at once', async () => {
      const [one, two] = [await join(), await join()]
      const many = Array.from({ length: 500 }, (_, i) => grown(String(i)))

      for (const hint of many) one.bus.publish(hint)
      await vi.waitFor(() => expect(two.heard).toHaveLength(500), soon)

      expect(two.heard).toEqual(many)
    })

    test('the longest hint that there is gets through', async () => {
      const [one, two] = [await join(), await join()]
      const key = `seeker/${'a'.repeat(40)}/01890000-0000-7000-8000-000000000001`
      const hint: Hint = { about: 'presence', process: crypto.randomUUID(), here: Array(60).fill(key), begins: true }

      one.bus.publish(hint)

      await vi.waitFor(() => expect(two.heard).toEqual([hint]), soon)
    })

    test('who was cut off hears that hints may have been missed, and then hears on', async () => {
      const far = await join({ url: gate.url })
      const near = await join()
      let returns = 0
      far.bus.onReconnect(() => returns++)

      gate.cut()
      await vi.waitFor(() => expect(returns).toBe(1), soon)
      near.bus.publish(grown('after'))

      await vi.waitFor(() => expect(far.heard).toEqual([grown('after')]), soon)
      expect(returns).toBe(1)
    })

    test('after a long outage there is one connection again, and each hint is heard once', async () => {
      const logged: string[] = []
      const far = await join({ url: gate.url, log: ({ event }) => logged.push(event) })
      const near = await join()
      const before = gate.calls

      gate.shut()
      await new Promise((resolve) => setTimeout(resolve, 4_000))
      const callsInVain = gate.calls - before
      gate.open()
      await vi.waitFor(() => expect(logged).toContain('bus-back'), soon)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      near.bus.publish(grown('after'))
      await vi.waitFor(() => expect(far.heard).not.toEqual([]), soon)
      await new Promise((resolve) => setTimeout(resolve, 200))

      expect(callsInVain).toBeGreaterThan(2)
      expect(callsInVain).toBeLessThan(15)
      expect(far.heard).toEqual([grown('after')])
      expect(logged.filter((event) => event === 'bus-lost')).toHaveLength(1)
      expect(logged.filter((event) => event === 'bus-back')).toHaveLength(1)
    }, 20_000)

    test('closed, it says nothing more and does not come back', async () => {
      const [one, two] = [await join({ url: gate.url }), await join()]
      await one.bus.close()
      const calls = gate.calls
      one.bus.publish(grown('late'))
      two.bus.publish(grown('later'))
      await new Promise((resolve) => setTimeout(resolve, 1_200))

      expect([one.heard, two.heard]).toEqual([[], []])
      expect(gate.calls).toBe(calls)
    })
  })
}
