/**
 * A helper's outbox lives as long as the page: the desk keeps nothing of anybody on the computer it runs on. What is
 * not yet on the server when a page is closed is lost, so the page asks before it closes.
 */
import type { Outbox, OutboxItem } from '@houvast/connection/outbox'

export function memoryOutbox(): Outbox {
  let items: readonly OutboxItem[] = []
  return {
    all: async () => items,
    async put(item) {
      items = [...items, item]
    },
    async replace(next) {
      items = next
    },
    async remove(ids) {
      items = items.filter((item) => !ids.includes(item.id))
    },
  }
}
