import { type DeviceDatabase, type KeptOutboxItem, strict } from './device-database.ts'

type Item = Omit<KeptOutboxItem, 'conversation'>

/** One conversation's outbox, in order of `n`. Every promise resolves when it is on the disk. */
export function keptOutbox(database: DeviceDatabase, conversation: string) {
  const change = () => database.transaction('outbox', 'readwrite', strict)
  return {
    async all(): Promise<readonly Item[]> {
      const items = await database.getAllFromIndex('outbox', 'conversation', conversation)
      return items.sort((a, b) => a.n - b.n).map(({ conversation: _, ...item }) => item)
    },
    async put(item: Item) {
      const { store, done } = change()
      await Promise.all([store.put({ conversation, ...item }), done])
    },
    async replace(items: readonly Item[]) {
      const { store, done } = change()
      const old = await store.index('conversation').getAllKeys(conversation)
      await Promise.all([
        ...old.map((key) => store.delete(key)),
        ...items.map((item) => store.put({ conversation, ...item })),
        done,
      ])
    },
    async remove(ids: readonly string[]) {
      const { store, done } = change()
      await Promise.all([...ids.map((id) => store.delete([conversation, id])), done])
    },
  }
}
