import type { Ciphertext } from '@houvast/sealed/envelope'

/** What was sealed and is not yet known to be in the log. Ciphertext only: a resend is the same to the byte. */
export type OutboxItem = {
  readonly id: string
  readonly n: number
  readonly envelope: Ciphertext
  /** The envelope's hash: the next one refers to it. */
  readonly hash: string
}

/** R7: one conversation's outbox on this device; a promise that resolves means flushed to disk. In order of `n`. */
export interface Outbox {
  all(): Promise<readonly OutboxItem[]>
  put(item: OutboxItem): Promise<void>
  replace(items: readonly OutboxItem[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}
