import { LIVE_LIVES_MS, LIVE_UPDATES_KEPT } from '@houvast/rules/live-plan/live-plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import type { TestEngine } from '../test-engines.ts'
import { createLivePlans, type Exchanged, type LivePlans } from './live-plans.ts'

const NOW = 1_800_000_000_000
let count = 0

export function livePlansContract(engine: TestEngine) {
  describe(`plans that two people edit, on ${engine.name}`, () => {
    let database: Database
    let plans: LivePlans
    beforeAll(async () => {
      database = await engine.open()
      plans = createLivePlans(database)
    }, 60_000)
    afterAll(() => database.close())

    async function room() {
      const it = { place: `room-${++count}`, word: 'word' }
      await plans.open(it, NOW)
      const say = async (since: number, updates: readonly string[] = [], replaces?: number) =>
        (await plans.exchange({ ...it, since, updates, replaces }, NOW)) as Exchanged
      return { ...it, say }
    }

    test('[K9] what one puts in, the other gets, in order, and not what it has', async () => {
      const { say } = await room()
      expect(await say(0, ['a', 'b'])).toEqual({ seq: 2, updates: [] })
      expect((await say(0)).updates.map(({ sealed }) => sealed)).toEqual(['a', 'b'])
      expect(await say(1, ['c'])).toEqual({ seq: 3, updates: [{ seq: 2, sealed: 'b' }] })
    })

    test('[K9] what was put together replaces what it holds, and is all that a late one needs', async () => {
      const { say } = await room()
      await say(0, ['a with a secret', 'b'])
      await say(2, ['all of it'], 2)
      expect((await say(0)).updates).toEqual([{ seq: 3, sealed: 'all of it' }])
    })

    test('two who put in at the same moment each get a place of their own', async () => {
      const { say } = await room()
      await Promise.all(Array.from({ length: 8 }, (_, at) => say(0, [`${at}`])))
      const { updates } = await say(0)
      expect(updates.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(new Set(updates.map(({ sealed }) => sealed)).size).toBe(8)
    })

    test('[K9] another word, another room and a room that was closed all answer that there is none', async () => {
      const it = await room()
      expect(await plans.exchange({ ...it, word: 'other', since: 0, updates: [] }, NOW)).toBe('gone')
      expect(await plans.exchange({ ...it, place: 'elsewhere', since: 0, updates: [] }, NOW)).toBe('gone')
      expect(await plans.close({ ...it, word: 'other' })).toBe(false)
      expect(await plans.close(it)).toBe(true)
      expect(await plans.exchange({ ...it, since: 0, updates: ['x'] }, NOW)).toBe('gone')
    })

    test('a room that opens again keeps its word and what is in it', async () => {
      const it = await room()
      await it.say(0, ['a'])
      await plans.open({ ...it, word: 'of a thief' }, NOW)
      expect((await it.say(0)).updates).toHaveLength(1)
    })

    test('a room to which nobody comes is cleared away with all that is in it', async () => {
      const it = await room()
      await it.say(0, ['a'])
      expect(await plans.exchange({ ...it, since: 0, updates: [] }, NOW + LIVE_LIVES_MS)).toBe('gone')
      await plans.clearExpired(NOW + LIVE_LIVES_MS + 1)
      await plans.open(it, NOW)
      expect((await it.say(0)).updates).toEqual([])
    })

    test('more than can be kept is refused until it is put together', async () => {
      const { say } = await room()
      for (let from = 0; from < LIVE_UPDATES_KEPT; from += 20) await say(from, Array<string>(20).fill('x'))
      expect(await say(LIVE_UPDATES_KEPT, ['one more'])).toBe('full')
      expect(await say(LIVE_UPDATES_KEPT, ['all'], LIVE_UPDATES_KEPT)).toMatchObject({ seq: LIVE_UPDATES_KEPT + 1 })
    })
  })
}
