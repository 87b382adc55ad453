/**
 * What somebody keeps for themselves on this device: plan, BackUps, texts, cards, box. Apart from conversations, and pictures and
 * recordings apart from all (`media-database.ts`), so that a full disk never costs a plan.
 *
 * Everything is a small record of a kind, each by itself: two tabs that change two things never overwrite each other.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Either as it is, or sealed under the lock's key. */
export type KeptRecord = {
  readonly kind: string
  readonly id: string
  readonly value?: unknown
  readonly sealed?: Uint8Array<ArrayBuffer>
}

interface ToolkitSchema extends DBSchema {
  record: { key: [string, string]; value: KeptRecord; indexes: { kind: string } }
  lock: { key: string; value: unknown }
}

export type ToolkitDatabase = IDBPDatabase<ToolkitSchema>

export const TOOLKIT = 'houvast-toolkit'

export function openToolkitDatabase(name = TOOLKIT): Promise<ToolkitDatabase> {
  return openDB<ToolkitSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('record', { keyPath: ['kind', 'id'] }).createIndex('kind', 'kind')
      database.createObjectStore('lock')
    },
    // Another tab runs a newer version of us, or wipes everything: let it.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
}
