import 'fake-indexeddb/auto'
import { openMediaDatabase } from '@houvast/device-store/toolkit/media-database'
import { randomBytes } from '@houvast/sealed/bytes'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepMedia } from '../box/media.ts'
import { makeBackup, openBackup } from './backup.ts'

const root = randomBytes(32)
const photo = { id: 'foto', type: 'image/webp', bytes: randomBytes(60_000) }
const records = [
  { kind: 'plan-item', id: 'a', value: { id: 'a', step: 'alone', text: 'wandelen met Blackie', place: 1 } },
  { kind: 'box-entry', id: 'b', value: { id: 'b', type: 'picture', title: 'zee', text: '', place: 1, media: 'foto' } },
]
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const whyNot = async (file: Blob, words = root) => {
  const opened = await openBackup(words, file)
  return opened.ok ? 'ok' : opened.why
}

describe('the backup file', () => {
  let file: Blob
  beforeAll(async () => {
    const media = await openMediaDatabase()
    await keepMedia(media, photo)
    media.close()
    file = await makeBackup(root, records, ['foto', 'gone'])
  })

  test('[K4] brings everything back, pictures too, and shows no word of it', async () => {
    const opened = await openBackup(root, file)

    expect(opened).toEqual({ ok: true, value: { records, media: [photo] } })
    expect(new TextDecoder('latin1').decode(await bytesOf(file))).not.toMatch(/Blackie|zee|plan-item/)
  })

  test('[K4] says what is wrong: no backup, other words, cut off, changed', async () => {
    const bytes = await bytesOf(file)
    const changed = bytes.slice()
    changed[bytes.length - 5] = (changed[bytes.length - 5] as number) ^ 1

    expect(await whyNot(new Blob(['een foto']))).toBe('no-backup')
    expect(await whyNot(new Blob([]))).toBe('no-backup')
    expect(await whyNot(file, randomBytes(32))).toBe('other-words')
    expect(await whyNot(new Blob([bytes.slice(0, -20)]))).toBe('damaged')
    expect(await whyNot(new Blob([changed]))).toBe('damaged')
  })

  test('a piece that was left out or put elsewhere is noticed', async () => {
    const other = await bytesOf(await makeBackup(root, records, []))
    const whole = await bytesOf(file)
    const head = 8 + 4 + new DataView(other.buffer, 8).getUint32(0)

    expect(await whyNot(new Blob([other, whole.slice(head)]))).toBe('damaged')
  })

  test('what has not its shape is left out, and the rest comes', async () => {
    const odd = [
      ...records,
      { kind: 'plan-item', id: 'x', value: { id: 'x', step: 'nowhere', text: '', place: 1 } },
      { kind: 'of-a-later-version', id: 'y', value: { id: 'y' } },
      { kind: 'contact', id: 'z', value: { id: 'other' } },
    ]
    const opened = await openBackup(root, await makeBackup(root, odd, []))

    expect(opened.ok && opened.value.records).toEqual(records)
  })
})
