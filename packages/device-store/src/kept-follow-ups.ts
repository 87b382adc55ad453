/**
 * Appointments that can be opened on this device, each with its own secret. In a database of its own: nothing of them
 * leads to a conversation once they have begun.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { strict } from './device-database.ts'

export type KeptFollowUp = {
  readonly id: string
  readonly line: string
  /** Whoever has it may look, move, pay and cancel; the server keeps its hash. */
  readonly secret: string
  readonly professionalName: string
  /** The talk it is to begin from, until the server has answered that it has begun: a retry must be the same. */
  readonly beginsFrom?: string
}

interface FollowUpSchema extends DBSchema {
  'follow-up': { key: string; value: KeptFollowUp }
}

export interface KeptFollowUps {
  find(id: string): Promise<KeptFollowUp | undefined>
  beginningFrom(conversation: string): Promise<KeptFollowUp | undefined>
  all(): Promise<readonly KeptFollowUp[]>
  keep(followUp: KeptFollowUp): Promise<void>
  forget(id: string): Promise<void>
}

const STORE = 'follow-up'

export function keptFollowUps(name = 'houvast-follow-ups'): KeptFollowUps {
  let opened: Promise<IDBPDatabase<FollowUpSchema>> | undefined
  const open = () => {
    opened ??= openDB<FollowUpSchema>(name, 1, {
      upgrade: (database) => void database.createObjectStore(STORE, { keyPath: 'id' }),
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    })
    return opened
  }
  return {
    find: async (id) => (await open()).get(STORE, id),
    beginningFrom: async (conversation) =>
      (await (await open()).getAll(STORE)).find(({ beginsFrom }) => beginsFrom === conversation),
    all: async () => (await open()).getAll(STORE),
    async keep(followUp) {
      const change = (await open()).transaction(STORE, 'readwrite', strict)
      await Promise.all([change.store.put(followUp), change.done])
    },
    async forget(id) {
      const change = (await open()).transaction(STORE, 'readwrite', strict)
      await Promise.all([change.store.delete(id), change.done])
    },
  }
}
