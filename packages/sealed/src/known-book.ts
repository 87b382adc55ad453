/** The key book as this reader knows it; asked for again when somebody cites a head it does not have. */
import type { KeyBook } from './key-book.ts'

export type KnownBook = ReturnType<typeof createKnownBook>

export function createKnownBook(ask: () => Promise<KeyBook>) {
  let known: KeyBook | undefined

  async function latest(): Promise<KeyBook> {
    known ??= await ask()
    return known
  }

  return {
    latest,

    /** `undefined` when even a fresh book lacks the head, or leaves out what the earlier one had. */
    async holding(head: string): Promise<KeyBook | undefined> {
      const book = await latest()
      if (book.heads.includes(head)) return book
      const fresh = await ask()
      if (!fresh.heads.includes(book.head)) return undefined
      known = fresh
      return fresh.heads.includes(head) ? fresh : undefined
    },
  }
}
