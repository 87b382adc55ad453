/** Pictures and recordings of the box on the disk, sealed while there is a lock. */
import {
  type MediaDatabase,
  type MediaKept,
  openMediaDatabase,
  putMedia,
  removeMedia,
} from '@houvast/device-store/toolkit/media-database'
import type { Bytes } from '@houvast/sealed/bytes'
import type { LockCipher } from '@houvast/sealed/device-lock'
import { ownData } from '../own-data.ts'

export type OpenMedia = { readonly id: string; readonly type: string; readonly bytes: Bytes }

const where = (id: string) => `media/${id}`

function cipher(): LockCipher | undefined {
  const now = ownData.peek()
  return now.state === 'open' ? now.opened?.cipher : undefined
}

export async function readMedia(
  database: MediaDatabase,
  id: string,
  locked = cipher(),
): Promise<OpenMedia | undefined> {
  const kept = await database.get('media', id)
  if (!kept) return undefined
  const bytes = kept.isSealed ? await locked?.openBytes(kept.bytes, where(id)) : kept.bytes
  return bytes && { id, type: kept.type, bytes }
}

export async function keepMedia(database: MediaDatabase, media: OpenMedia, locked = cipher()): Promise<MediaKept> {
  const bytes = locked ? await locked.sealBytes(media.bytes, where(media.id)) : media.bytes
  return putMedia(database, { id: media.id, type: media.type, bytes, isSealed: locked !== undefined })
}

export async function findMedia(id: string): Promise<Blob | undefined> {
  const database = await openMediaDatabase()
  const found = await readMedia(database, id)
  database.close()
  return found && new Blob([found.bytes], { type: found.type })
}

export async function storeMedia(blob: Blob): Promise<{ id: string } | 'no-room'> {
  const id = crypto.randomUUID()
  const database = await openMediaDatabase()
  const kept = await keepMedia(database, { id, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) })
  database.close()
  return kept.ok ? { id } : 'no-room'
}

export async function forgetMedia(id: string): Promise<void> {
  const database = await openMediaDatabase()
  await removeMedia(database, id)
  database.close()
}

/**
 * Seals what is still open, or opens what is sealed; one by one, so that a phone with a full box keeps breathing. Whatever was broken
 * off earlier is finished by doing it again.
 */
export async function sealMedia(cipher: LockCipher): Promise<void> {
  await eachMedia(async (database, id) => {
    if ((await database.get('media', id))?.isSealed) return
    const open = await readMedia(database, id, undefined)
    if (open) await keepMedia(database, open, cipher)
  })
}

export async function unsealMedia(cipher: LockCipher): Promise<void> {
  await eachMedia(async (database, id) => {
    const open = await readMedia(database, id, cipher)
    if (open) await putMedia(database, { ...open, isSealed: false })
  })
}

async function eachMedia(does: (database: MediaDatabase, id: string) => Promise<void>): Promise<void> {
  const database = await openMediaDatabase()
  for (const id of await database.getAllKeys('media')) await does(database, id)
  database.close()
}
