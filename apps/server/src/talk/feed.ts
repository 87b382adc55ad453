/**
 * One device following one log. Entries leave in order and without holes: what is not next is read from the
 * database, which is the truth; what comes past in memory is only faster.
 */
import type { Entry } from '@houvast/server-store/conversations/conversations'

export class Feed {
  readonly conversation: string
  readonly #read: (since: number) => Promise<readonly Entry[]>
  readonly #send: (entries: readonly Entry[]) => void
  readonly #onBug: (error: unknown) => void
  #sent: number
  /** `undefined`: not reading. `true`: something came past while reading, so read once more. */
  #reading: boolean | undefined

  constructor(
    conversation: string,
    since: number,
    read: (since: number) => Promise<readonly Entry[]>,
    send: (entries: readonly Entry[]) => void,
    onBug: (error: unknown) => void,
  ) {
    this.conversation = conversation
    this.#sent = since
    this.#read = read
    this.#send = send
    this.#onBug = onBug
  }

  /** Entries that were just committed. Commits carry keys for each member and are always read. */
  push(entries: readonly Entry[]) {
    const fresh = this.#next(entries)
    if (fresh.length > 0) this.#send(fresh)
  }

  /** Entries that this very device said: it has the words, and is told their places with the acknowledgement. */
  passOwn(entries: readonly Entry[]) {
    this.#next(entries)
  }

  /** Moves on over what is next and answers it; anything else is left to be read. */
  #next(entries: readonly Entry[]): readonly Entry[] {
    const fresh = entries.filter((entry) => entry.seq > this.#sent)
    if (fresh.length === 0) return fresh
    const follows = fresh.every((entry, i) => entry.seq === this.#sent + 1 + i && entry.kind === 'envelope')
    if (!follows || this.#reading !== undefined) {
      void this.catchUp()
      return []
    }
    this.#sent += fresh.length
    return fresh
  }

  /** Reads on to the end of the log, from where it was or from `since`. */
  async catchUp(since?: number) {
    if (since !== undefined) this.#sent = since
    if (this.#reading !== undefined) {
      this.#reading = true
      return
    }
    this.#reading = false
    try {
      for (;;) {
        const from = this.#sent
        const entries = await this.#read(from)
        // Asked to go back meanwhile: what was read is not next any more.
        if (this.#sent !== from) continue
        if (entries.length > 0) {
          this.#sent = entries.at(-1)?.seq ?? this.#sent
          this.#send(entries)
          continue
        }
        if (!this.#reading) return
        this.#reading = false
      }
    } catch (error) {
      this.#onBug(error)
    } finally {
      this.#reading = undefined
    }
  }
}
