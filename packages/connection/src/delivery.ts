/**
 * R4 and R5 for one conversation: hands on the log in order and without holes, and says which of the outbox goes next,
 * one batch at a time. Decides only; whoever calls does what it says. It has no timers: a lost batch is found when the
 * link is.
 */
import type { LogEntry } from '@houvast/protocol/conversation-frames'
import { BATCH_MAX, FRAME_MAX } from '@houvast/rules/limits/limits'

export type Todo =
  | { readonly do: 'hear'; readonly entries: readonly LogEntry[] }
  | { readonly do: 'read-on'; readonly since: number }

type Waiting = { readonly id: string; readonly envelope: string }

/** What a `say` has around its envelopes, and around each of them. */
const FRAME_ROOM = FRAME_MAX - 1_024
const AROUND_EACH = 3

export class Delivery {
  /** The last place of the log that was handed on. */
  #heard = 0
  /** The log's end, as far as we were told: what is waited for before anything is sent. */
  #end = 0
  #isLinked = false
  #isReading = false
  #isOutdated = false
  #inFlight: readonly string[] = []

  get heard() {
    return this.#heard
  }

  /** Nothing is under way and the log is read to its end: now the next batch may go, or be sealed again. */
  get isFree() {
    return this.#isLinked && this.#inFlight.length === 0 && this.#heard >= this.#end
  }

  /** The server will not take the outbox as it is. */
  get isOutdated() {
    return this.#isOutdated
  }

  /** A link is up and the server will read on from `heard` by itself. */
  linked(end: number) {
    this.#isLinked = true
    this.#isReading = false
    this.#inFlight = []
    this.#end = Math.max(end, this.#heard)
  }

  unlinked() {
    this.#isLinked = false
    this.#inFlight = []
  }

  entries(entries: readonly LogEntry[]): readonly Todo[] {
    const next: LogEntry[] = []
    let isHole = false
    for (const entry of entries) {
      if (entry.seq <= this.#heard) continue
      if (entry.seq !== this.#heard + 1) {
        isHole = true
        break
      }
      this.#heard = entry.seq
      next.push(entry)
    }
    this.#end = Math.max(this.#end, entries.at(-1)?.seq ?? 0)
    const todo: Todo[] = next.length > 0 ? [{ do: 'hear', entries: next }] : []
    if (!isHole) this.#isReading = false
    else if (!this.#isReading) {
      this.#isReading = true
      todo.push({ do: 'read-on', since: this.#heard })
    }
    return todo
  }

  /** What was handed on after this place could not be heard now; it is to be read again. */
  heardUpTo(seq: number) {
    this.#end = Math.max(this.#end, this.#heard)
    this.#heard = Math.min(this.#heard, seq)
    this.#isReading = false
  }

  /** What is stored beyond what we heard is on its way, or is read. */
  stored(id: string, seq: number) {
    this.#answered(id)
    this.#end = Math.max(this.#end, seq)
  }

  /** Part of the log was told of and has not come: it is read, unless that is under way. */
  behind(): readonly Todo[] {
    if (!this.#isLinked || this.#isReading || this.#heard >= this.#end) return []
    this.#isReading = true
    return [{ do: 'read-on', since: this.#heard }]
  }

  /** `isOutdated`: it may go when it is sealed anew; `isBehind`: and when we have heard what we have not yet. */
  refused(id: string, why: { readonly isOutdated: boolean; readonly isBehind: boolean }) {
    this.#answered(id)
    this.#isOutdated ||= why.isOutdated
    if (why.isBehind) this.#end = Math.max(this.#end, this.#heard + 1)
  }

  sealedAgain() {
    this.#isOutdated = false
  }

  /** The batch that may go now; from here on it is under way. In order, and never more than fits in one frame. */
  nextBatch(outbox: readonly Waiting[]): readonly string[] {
    if (!this.isFree) return []
    const batch: string[] = []
    let room = FRAME_ROOM
    for (const { id, envelope } of outbox.slice(0, BATCH_MAX)) {
      room -= envelope.length + AROUND_EACH
      if (room < 0 && batch.length > 0) break
      batch.push(id)
    }
    this.#inFlight = batch
    return batch
  }

  /** Nothing came for a while: is there more? */
  quiet(): readonly Todo[] {
    return this.#isLinked ? [{ do: 'read-on', since: this.#heard }] : []
  }

  #answered(id: string) {
    this.#inFlight = this.#inFlight.filter((one) => one !== id)
  }
}
