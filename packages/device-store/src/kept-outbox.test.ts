import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DeviceDatabase, openDeviceDatabase } from './device-database.ts'
import { keptConversations } from './kept-conversations.ts'
import { keptOutbox } from './kept-outbox.ts'

let database: DeviceDatabase
let count = 0

beforeEach(async () => {
  database = await openDeviceDatabase(`device-${++count}`)
})
afterEach(() => database.close())

const item = (n: number, id = `m${n}`) => ({ id, n, envelope: `sealed ${n}`, hash: `hash ${n}` })
const conversation = (id: string, startedAt: number, line = 'awel') => ({
  ...{ id, line, startedAt },
  secret: 'secret',
  keys: {},
  keyBookHead: 'head',
})

describe('the outbox on this device', () => {
  test('is in order of number, whatever the order it was put in or the ids', async () => {
    const outbox = keptOutbox(database, 'a')
    for (const one of [item(10, 'z'), item(2, 'y'), item(9, 'x')]) await outbox.put(one)
    expect((await outbox.all()).map(({ n }) => n)).toEqual([2, 9, 10])
    expect((await outbox.all())[0]).toEqual(item(2, 'y'))
  })

  test('[R7] what was put is there for whoever opens the device again', async () => {
    await keptOutbox(database, 'a').put(item(2))
    database.close()
    database = await openDeviceDatabase(`device-${count}`)
    expect(await keptOutbox(database, 'a').all()).toEqual([item(2)])
  })

  test('[R7] every change asks for the disk, not for the disk some day', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const outbox = keptOutbox(database, 'a')
    await outbox.put(item(2))
    await outbox.replace([item(3)])
    await outbox.remove(['m3'])
    const changes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(changes).toHaveLength(3)
    for (const [, , options] of changes) expect(options).toEqual({ durability: 'strict' })
    asked.mockRestore()
  })

  test('is replaced as a whole, and what another conversation has is left alone', async () => {
    const [a, b] = [keptOutbox(database, 'a'), keptOutbox(database, 'b')]
    for (const one of [item(2), item(3)]) await a.put(one)
    await b.put(item(2))
    await a.replace([item(4), item(5)])
    await a.remove(['m4'])
    expect(await a.all()).toEqual([item(5)])
    expect(await b.all()).toEqual([item(2)])
  })
})

describe('what this device keeps of conversations', () => {
  test('forgetting one takes its outbox too, and nobody else’s', async () => {
    const kept = keptConversations(database)
    await kept.keep(conversation('a', 1))
    await kept.keep(conversation('b', 2))
    await keptOutbox(database, 'a').put(item(2))
    await keptOutbox(database, 'b').put(item(2))

    await kept.forget('a')

    expect((await kept.all()).map(({ id }) => id)).toEqual(['b'])
    expect(await keptOutbox(database, 'a').all()).toEqual([])
    expect(await keptOutbox(database, 'b').all()).toEqual([item(2)])
  })

  test('of a line the last one counts', async () => {
    const kept = keptConversations(database)
    for (const one of [conversation('old', 1), conversation('new', 3), conversation('other', 9, 'tele-onthaal')])
      await kept.keep(one)
    expect((await kept.ofLine('awel'))?.id).toBe('new')
    expect(await kept.ofLine('druglijn')).toBeUndefined()
  })

  test('the head of a key book that was seen stays pinned', async () => {
    const kept = keptConversations(database)
    expect(await kept.pinOf('awel')).toBeUndefined()
    await kept.pin('awel', 'first')
    await kept.pin('awel', 'second')
    expect(await kept.pinOf('awel')).toBe('second')
  })

  test('a newer version of the page in another tab is not kept waiting', async () => {
    const { openDB } = await import('idb')
    const newer = await openDB(`device-${count}`, 2)
    expect(newer.version).toBe(2)
    newer.close()
  })
})
