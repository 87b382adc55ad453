import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findLock, relock } from './lock.ts'
import { openMediaDatabase, putMedia } from './media-database.ts'
import { type Cipher, openRecords, UnreadableRecordError } from './records.ts'
import { openToolkitDatabase, type ToolkitDatabase } from './toolkit-database.ts'
import { wipeToolkit } from './wipe.ts'

let database: ToolkitDatabase
let count = 0

beforeEach(async () => {
  database = await openToolkitDatabase(`toolkit-${++count}`)
})
afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

/** Not a cipher, but shows whether one was used: the place and the letters shifted by one. */
const shifting: Cipher = {
  seal: async (text, where) => new TextEncoder().encode(`${where}\n${text}`).map((byte) => byte + 1),
  open: async (sealed, where) => {
    const [place, text] = new TextDecoder().decode(sealed.map((byte) => byte - 1)).split('\n')
    return place === where ? text : undefined
  },
}

const walk = { kind: 'plan-item', id: 'a', value: { text: 'wandelen met Blackie' } }
const call = { kind: 'contact', id: 'b', value: { name: 'mijn zus' } }
const raw = async () => JSON.stringify(await database.getAll('record'))

describe('what somebody keeps for themselves', () => {
  test('[V9] is there for whoever opens the device again, each thing by itself', async () => {
    const records = openRecords(database)
    await records.put(walk)
    await records.put(call)
    await records.put({ ...walk, value: { text: 'lezen' } })
    database.close()
    database = await openToolkitDatabase(`toolkit-${count}`)

    expect(await openRecords(database).ofKind('plan-item')).toEqual([{ ...walk, value: { text: 'lezen' } }])
    expect(await openRecords(database).ofKind('contact')).toEqual([call])
  })

  test('[V9] every change asks for the disk, not for the disk some day', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const records = openRecords(database)
    await records.put(walk)
    await records.remove('plan-item', 'a')
    await records.replaceAll([call])
    await relock(database, [call], { lock: {}, cipher: shifting })

    const changes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(changes).toHaveLength(4)
    for (const [, , options] of changes) expect(options).toEqual({ durability: 'strict' })
  })

  test('[K1] under a lock no word of it lies on the disk, and with its key all of it is there', async () => {
    await openRecords(database).put(walk)
    expect(await raw()).toContain('Blackie')

    await relock(database, [walk], { lock: { salt: 'x' }, cipher: shifting })
    const records = openRecords(database, shifting)
    await records.put(call)

    expect(await raw()).not.toMatch(/Blackie|mijn zus/)
    expect(await findLock(database)).toEqual({ salt: 'x' })
    expect(await records.all()).toEqual([call, walk])
  })

  test('[K1] a record that was put in the place of another is refused, not shown', async () => {
    await relock(database, [walk, { ...walk, id: 'z' }], { lock: {}, cipher: shifting })
    const [first, second] = await database.getAll('record')
    await database.put('record', { ...first, id: second?.id } as never)

    await expect(openRecords(database, shifting).all()).rejects.toThrow(UnreadableRecordError)
  })

  test('[K2] taking the lock away lays everything open again, and a step that breaks off changes nothing', async () => {
    await relock(database, [walk], { lock: {}, cipher: shifting })
    const before = await raw()
    const unclonable = { ...walk, value: () => 1 }
    await expect(relock(database, [unclonable], undefined)).rejects.toThrow()
    expect(await raw()).toBe(before)
    expect(await findLock(database)).toEqual({})

    await relock(database, [walk], undefined)

    expect(await findLock(database)).toBeUndefined()
    expect(await openRecords(database).all()).toEqual([walk])
  })

  test('[V6] a whole kind is replaced in one step, and the others are left alone', async () => {
    const records = openRecords(database)
    for (const one of [walk, { ...walk, id: 'old' }, call]) await records.put(one)
    const unclonable = { ...walk, value: () => 1 }
    await expect(records.replaceKind('plan-item', [unclonable])).rejects.toThrow()
    expect(await records.ofKind('plan-item')).toHaveLength(2)

    await records.replaceKind('plan-item', [
      { ...walk, id: 'new' },
      { kind: 'plan-version', id: 'v', value: {} },
    ])

    expect((await records.all()).map(({ id }) => id).toSorted()).toEqual(['b', 'new', 'v'])
  })

  test('[K6] «wis alles» leaves no database behind', async () => {
    const media = await openMediaDatabase(`media-${count}`)
    await putMedia(media, { id: 'm', type: 'image/webp', bytes: new Uint8Array(3), isSealed: false })
    await openRecords(database).put(walk)

    await wipeToolkit([`toolkit-${count}`, `media-${count}`])

    const left = (await indexedDB.databases()).map(({ name }) => name)
    expect(left).not.toContain(`toolkit-${count}`)
    expect(left).not.toContain(`media-${count}`)
  })

  test('[B1] a picture for which there is no room is refused, and the plan is still there', async () => {
    await openRecords(database).put(walk)
    const media = await openMediaDatabase(`media-${count}`)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })

    const kept = await putMedia(media, { id: 'm', type: 'image/webp', bytes: new Uint8Array(3), isSealed: false })

    expect(kept).toEqual({ ok: false, why: 'no-room' })
    expect(await openRecords(database).all()).toEqual([walk])
    media.close()
  })
})
