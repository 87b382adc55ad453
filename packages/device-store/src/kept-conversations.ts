import { type DeviceDatabase, type KeptConversation, strict } from './device-database.ts'

export interface KeptConversations {
  find(id: string): Promise<KeptConversation | undefined>
  ofLine(line: string): Promise<KeptConversation | undefined>
  all(): Promise<readonly KeptConversation[]>
  keep(conversation: KeptConversation): Promise<void>
  /** The conversation, its keys and its outbox: nothing of it is left on this device. */
  forget(id: string): Promise<void>
  pinOf(line: string): Promise<string | undefined>
  pin(line: string, keyBookHead: string): Promise<void>
}

export function keptConversations(database: DeviceDatabase): KeptConversations {
  return {
    find: (id) => database.get('conversation', id),
    async ofLine(line) {
      const all = await database.getAllFromIndex('conversation', 'line', line)
      return all.sort((a, b) => b.startedAt - a.startedAt)[0]
    },
    all: () => database.getAll('conversation'),
    async keep(conversation) {
      const change = database.transaction('conversation', 'readwrite', strict)
      await Promise.all([change.store.put(conversation), change.done])
    },
    async forget(id) {
      const change = database.transaction(['conversation', 'outbox'], 'readwrite', strict)
      const outbox = change.objectStore('outbox')
      const keys = await outbox.index('conversation').getAllKeys(id)
      await Promise.all([
        change.objectStore('conversation').delete(id),
        ...keys.map((key) => outbox.delete(key)),
        change.done,
      ])
    },
    async pinOf(line) {
      return (await database.get('pin', line))?.keyBookHead
    },
    async pin(line, keyBookHead) {
      await database.put('pin', { line, keyBookHead })
    },
  }
}
