import { terms } from '@houvast/rules/deposit/deposit'
import { DAY_MS, MINUTE_MS } from '@houvast/rules/time'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import type { TestEngine } from '../test-engines.ts'
import { createDeposits, type Deposits, type NewDeposit } from './deposits.ts'

const NOW = 1_800_000_000_000
let count = 0

function deposit(change: Partial<NewDeposit> = {}): NewDeposit {
  const place = `place-${++count}`
  return { place, mayRead: 'read', mayChange: 'change', use: 'copy', sealed: 'sealed', livesMs: DAY_MS, ...change }
}

export function depositsContract(engine: TestEngine) {
  describe(`what people let lie here, on ${engine.name}`, () => {
    let database: Database
    let deposits: Deposits
    beforeAll(async () => {
      database = await engine.open()
      deposits = createDeposits(database)
    }, 60_000)
    afterAll(() => database.close())

    test('[K5] is found by who has its words, newest first, the earlier ones for a while', async () => {
      const one = deposit()
      for (let version = 1; version <= 7; version++) await deposits.put({ ...one, sealed: `state ${version}` }, NOW)

      const found = await deposits.get(one, NOW)

      expect(found?.sealed).toBe('state 7')
      expect(found?.versions.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3])
      expect((await deposits.get({ ...one, version: 4 }, NOW))?.sealed).toBe('state 4')
      expect(await deposits.get({ ...one, version: 1 }, NOW)).toBeUndefined()
    })

    test('[K5] «not there» and «not yours» answer the same, and a stranger changes nothing', async () => {
      const one = deposit()
      await deposits.put(one, NOW)
      expect(await deposits.get({ ...one, mayRead: 'guess' }, NOW)).toBeUndefined()
      expect(await deposits.get({ ...one, place: 'elsewhere' }, NOW)).toBeUndefined()
      expect(await deposits.put({ ...one, mayChange: 'guess', sealed: 'mine' }, NOW)).toBeUndefined()
      expect(await deposits.erase({ ...one, mayChange: 'guess' })).toBe(false)
      expect((await deposits.get(one, NOW))?.sealed).toBe('sealed')
    })

    test('[K5] what is erased is gone, with all its versions', async () => {
      const one = deposit()
      await deposits.put(one, NOW)
      await deposits.put({ ...one, sealed: 'later' }, NOW)
      expect(await deposits.erase(one)).toBe(true)
      expect(await deposits.get(one, NOW)).toBeUndefined()
      expect(await deposits.erase(one)).toBe(false)
    })

    test('[K7] it ends by itself, and never lives longer than its use allows', async () => {
      const link = deposit({ use: 'link', livesMs: 7 * DAY_MS })
      const long = deposit({ use: 'link', livesMs: 999 * DAY_MS })
      await deposits.put(link, NOW)
      expect((await deposits.put(long, NOW))?.expiresAt).toBe(NOW + terms.link.livesAtMostMs)

      expect(await deposits.get(link, NOW + 7 * DAY_MS - 1)).toBeDefined()
      expect(await deposits.get(link, NOW + 7 * DAY_MS)).toBeUndefined()
    })

    test('[K7] what has ended is cleared away, and nothing else', async () => {
      const [short, long] = [deposit({ livesMs: MINUTE_MS }), deposit()]
      await deposits.put(short, NOW)
      await deposits.put(long, NOW)
      await deposits.clearExpired(NOW + MINUTE_MS + 1)
      expect(await deposits.get(short, NOW)).toBeUndefined()
      expect(await deposits.get(long, NOW)).toBeDefined()
    })

    test('[K8] five wrong tries end a move; guesses at the same moment count too', async () => {
      const move = deposit({ use: 'move', livesMs: 10 * MINUTE_MS })
      await deposits.put(move, NOW)
      for (let wrong = 1; wrong <= 4; wrong++) await deposits.get({ ...move, mayRead: `${wrong}` }, NOW)
      expect(await deposits.get(move, NOW)).toBeDefined()

      const again = deposit({ use: 'move', livesMs: 10 * MINUTE_MS })
      await deposits.put(again, NOW)
      await Promise.all(Array.from({ length: 9 }, (_, at) => deposits.get({ ...again, mayRead: `${at}` }, NOW)))
      expect(await deposits.get(again, NOW)).toBeUndefined()
    })

    test('two who write at one place at the same moment make two versions', async () => {
      const one = deposit()
      const made = await Promise.all(
        Array.from({ length: 6 }, (_, at) => deposits.put({ ...one, sealed: `${at}` }, NOW)),
      )
      expect(made.map((each) => each?.version).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    })

    test('[T1] a query that names no place sees none, and words and places lie there as hashes', async () => {
      const one = deposit({ place: 'canary-place', mayRead: 'canary-read', mayChange: 'canary-change' })
      await deposits.put(one, NOW)
      const { rows } = await sql`select * from deposit`.execute(database.queries)
      expect(rows).toEqual([])
      const all = await database.queries.transaction().execute(async (query) => {
        await sql`select set_config('houvast.expired_at', ${String(2 * NOW)}, true)`.execute(query)
        return (await sql`select * from deposit`.execute(query)).rows
      })
      expect(all.length).toBeGreaterThan(0)
      expect(JSON.stringify(all)).not.toContain('canary')
    })
  })
}
