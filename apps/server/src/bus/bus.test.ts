import { createFreshDatabase } from '@houvast/server-store/test-engines'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { busContract } from './bus.contract.ts'
import { aloneBus } from './bus.ts'
import { openNatsBus } from './nats-bus.ts'
import { readHint, writeHint } from './parse-hint.ts'
import { openPostgresBus } from './postgres-bus.ts'

const { DATABASE_URL, NATS_URL } = process.env

describe('a process that is alone', () => {
  test('has nobody to tell', async () => {
    const bus = aloneBus()
    const heard = vi.fn()
    bus.subscribe(heard)
    bus.publish({ about: 'queue', line: 'awel' })
    await bus.close()

    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a hint', () => {
  test('travels as it is, and is not heard by who gave it', () => {
    const text = writeHint('me', { about: 'queue', line: 'awel' })

    expect(readHint('you', text)).toEqual({ about: 'queue', line: 'awel' })
    expect(readHint('me', text)).toBeUndefined()
  })

  test.each(['', 'hello', 'null', '1', '{}', '{"sender":"you"}', '{"sender":"you","hint":null}', '[]'])(
    'that cannot be read is passed over: %s',
    (text) => {
      expect(readHint('me', text) ?? undefined).toBeUndefined()
    },
  )
})

if (DATABASE_URL) busContract('PostgreSQL', DATABASE_URL, (url, _, log) => openPostgresBus(url, log))
if (NATS_URL) busContract('NATS', NATS_URL, openNatsBus)

describe.skipIf(!NATS_URL)(`two sites on one NATS${NATS_URL ? '' : ' (needs NATS_URL)'}`, () => {
  test('[T1] do not hear each other', async () => {
    const [one, two] = [
      await openNatsBus(NATS_URL as string, 'one', () => {}),
      await openNatsBus(NATS_URL as string, 'two', () => {}),
    ]
    const heard = vi.fn()
    two.subscribe(heard)
    one.publish({ about: 'queue', line: 'awel' })
    await new Promise((resolve) => setTimeout(resolve, 300))

    expect(heard).not.toHaveBeenCalled()
    await one.close()
    await two.close()
  })
})

describe.skipIf(!DATABASE_URL)(
  `PostgreSQL that ends a connection${DATABASE_URL ? '' : ' (needs DATABASE_URL)'}`,
  () => {
    let fresh: Awaited<ReturnType<typeof createFreshDatabase>>
    let admin: pg.Client
    beforeAll(async () => {
      fresh = await createFreshDatabase(DATABASE_URL as string)
      admin = new pg.Client({ connectionString: fresh.url })
      await admin.connect()
    })
    afterAll(async () => {
      await admin?.end()
      await fresh?.drop()
    })

    test('is listened to again, and what may have been missed is read again', async () => {
      const bus = await openPostgresBus(fresh.url, () => {})
      const returned = vi.fn()
      bus.onReconnect(returned)
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'houvast-bus' and datname = current_database()",
      )
      await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce(), { timeout: 5_000 })
      const { rows } = await admin.query(
        "select pid from pg_stat_activity where application_name = 'houvast-bus' and datname = current_database()",
      )

      expect(rows).toHaveLength(1)
      await bus.close()
    })
  },
)
