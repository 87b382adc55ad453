/**
 * What was sealed on this device and is not known to be in the log, in the order it is to go there. Sealing takes turns
 * over all tabs (R9); what the server will not take as it is, is sealed again with the same words.
 */
import type { ConversationLog } from '@houvast/sealed/conversation-log'
import type { Position } from '@houvast/sealed/conversation-writing'
import { type EnvelopeType, readEnvelopeHeader } from '@houvast/sealed/envelope'
import type { Outbox, OutboxItem } from './outbox.ts'

export type SealedOutboxPorts = {
  readonly log: ConversationLog
  readonly outbox: Outbox
  /** Seals one after the other, over all tabs of this device. */
  readonly lock: <T>(work: () => Promise<T>) => Promise<T>
  readonly newId: () => string
  /** Other tabs should look at the outbox again. */
  readonly onOutboxChange?: () => void
}

export class SealedOutbox {
  readonly #ports: SealedOutboxPorts
  /** What is on disk, less what is in the log already. */
  #items: readonly OutboxItem[] = []
  /** Ids that the log has: whatever a disk still holds of them is not sent again. */
  readonly #arrived = new Set<string>()

  constructor(ports: SealedOutboxPorts) {
    this.#ports = ports
  }

  get items() {
    return this.#items
  }

  has(id: string): boolean {
    return this.#items.some((item) => item.id === id)
  }

  async read() {
    const all = await this.#ports.outbox.all()
    this.#items = all.filter(({ id }) => !this.#arrived.has(id))
  }

  /** Resolves when the words are on disk; `undefined` when they cannot be sealed. */
  put(text: string, type: EnvelopeType = 'say'): Promise<OutboxItem | undefined> {
    const { lock, newId, log, outbox } = this.#ports
    return lock(async () => {
      await this.read()
      const id = newId()
      const position = this.#nextPosition(this.#items)
      const result = await log.seal({ type, text, id, ...position })
      if (!result.ok) return undefined
      const item = { id, n: position.n, ...result.value }
      await outbox.put(item)
      this.#items = [...this.#items, item]
      return item
    })
  }

  /** These are in the log, or will never be. Answers which of them are still to be removed from disk. */
  markArrived(ids: Iterable<string>): readonly string[] {
    for (const id of ids) this.#arrived.add(id)
    const done = this.#items.filter(({ id }) => this.#arrived.has(id)).map(({ id }) => id)
    this.#items = this.#items.filter(({ id }) => !this.#arrived.has(id))
    return done
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#ports.outbox.remove(ids)
  }

  async clear() {
    this.#items = []
    await this.#ports.outbox.replace([])
  }

  /** Whether an item was refused for something that is in the log and that we have not heard yet. */
  isBehind(id: string): boolean {
    const item = this.#items.find((one) => one.id === id)
    const header = item && readEnvelopeHeader(item.envelope)
    if (!header?.ok || item?.id !== this.#items[0]?.id) return false
    return header.value.epoch >= this.#ports.log.epoch && this.followsLog()
  }

  /** Whether the outbox goes on where the log, as we know it, has come to. */
  followsLog(): boolean {
    const first = this.#items[0]
    if (!first) return true
    const header = readEnvelopeHeader(first.envelope)
    const { n, prev } = this.#ports.log.position()
    return header.ok && header.value.n === n && header.value.prev === prev
  }

  /**
   * The same words, sealed as of now. What another tab has sealed again already is taken as it is when it follows the log. Answers the ids that
   * could not be.
   */
  async sealAgain(): Promise<readonly string[]> {
    const { log, outbox, lock, onOutboxChange } = this.#ports
    const lost: string[] = []
    await lock(async () => {
      const before = new Map(this.#items.map(({ id, envelope }) => [id, envelope]))
      await this.read()
      const isSealedElsewhere = this.#items.some(({ id, envelope }) => (before.get(id) ?? envelope) !== envelope)
      // That tab may not have heard what this one has: what does not follow the log is not to be sent as it is.
      if (isSealedElsewhere && this.followsLog()) return
      const again: OutboxItem[] = []
      for (const item of this.#items) {
        const position = this.#nextPosition(again)
        const result = await log.reseal(item.envelope, position)
        if (result.ok) again.push({ id: item.id, n: position.n, ...result.value })
        else lost.push(item.id)
      }
      await outbox.replace(again)
      this.#items = again
    })
    onOutboxChange?.()
    return lost
  }

  #nextPosition(items: readonly OutboxItem[]): Position {
    const now = this.#ports.log.position()
    const last = items.at(-1)
    return last && last.n >= now.n ? { n: last.n + 1, prev: last.hash, seen: now.seen } : now
  }
}
