/**
 * Pictures, films and recordings of the box, in a database of their own. A write that the disk has no room for is refused as a
 * value, and costs nothing that is kept already.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { strict } from '../device-database.ts'

/** `bytes` are sealed when the toolkit is locked. */
export type KeptMedia = {
  readonly id: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isSealed: boolean
}

interface MediaSchema extends DBSchema {
  media: { key: string; value: KeptMedia }
}

export type MediaDatabase = IDBPDatabase<MediaSchema>

export const MEDIA = 'houvast-media'

export function openMediaDatabase(name = MEDIA): Promise<MediaDatabase> {
  return openDB<MediaSchema>(name, 1, {
    upgrade: (database) => void database.createObjectStore('media', { keyPath: 'id' }),
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
}

export type MediaKept = { readonly ok: true } | { readonly ok: false; readonly why: 'no-room' }

export async function putMedia(database: MediaDatabase, media: KeptMedia): Promise<MediaKept> {
  try {
    const { store, done } = database.transaction('media', 'readwrite', strict)
    await Promise.all([store.put(media), done])
    return { ok: true }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return { ok: false, why: 'no-room' }
    throw error
  }
}

export async function removeMedia(database: MediaDatabase, id: string): Promise<void> {
  const { store, done } = database.transaction('media', 'readwrite', strict)
  await Promise.all([store.delete(id), done])
}
