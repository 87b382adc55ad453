/**
 * What this browser keeps, in IndexedDB: conversations that can be resumed, with keys that cannot be taken out, and
 * what is sealed and not yet delivered. Never a word in the clear.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export type KeptConversation = {
  readonly id: string
  readonly line: string
  /** Whoever has it may resume the conversation; the server keeps its hash. */
  readonly secret: string
  /** Non-extractable CryptoKeys, as HC-1 makes them. */
  readonly keys: unknown
  /** The request that began it, until the server has answered it: a retry must be the same. */
  readonly start?: unknown
  /** The head of the line's key book that was seen: a later one must lead on from it. */
  readonly keyBookHead: string
  readonly startedAt: number
  /** What was asked for on a line that rings one professional after the other. */
  readonly wishes?: unknown
}

export type KeptOutboxItem = {
  readonly conversation: string
  readonly id: string
  readonly n: number
  readonly envelope: string
  readonly hash: string
}

interface DeviceSchema extends DBSchema {
  conversation: { key: string; value: KeptConversation; indexes: { line: string } }
  outbox: { key: [string, string]; value: KeptOutboxItem; indexes: { conversation: string } }
  pin: { key: string; value: { readonly line: string; readonly keyBookHead: string } }
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>

const VERSION = 1

export function openDeviceDatabase(name: string): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(name, VERSION, {
    upgrade(database) {
      database.createObjectStore('conversation', { keyPath: 'id' }).createIndex('line', 'line')
      database
        .createObjectStore('outbox', { keyPath: ['conversation', 'id'] })
        .createIndex('conversation', 'conversation')
      database.createObjectStore('pin', { keyPath: 'line' })
    },
    // Another tab runs a newer version of us: let it, or its pages hang.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
}

/** R7: on the disk when it resolves, not only on its way. */
export const strict = { durability: 'strict' } as const
