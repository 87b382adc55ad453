/**
 * R1 and R2: envelopes that arrive while a transaction is being flushed wait for the next one and share it. Under
 * load this is what makes it fast; alone, an envelope waits for nobody.
 */
import type { Result } from '@houvast/rules/result'
import type {
  Appended,
  AppendFailure,
  Conversations,
  ToAppend,
} from '@houvast/server-store/conversations/conversations'
import { forEachInTurns, turnOfTheLoop } from '../turn-of-the-loop.ts'

/** What one transaction takes: on the embedded engine a large one costs hardly more than a small one. */
const BATCH_MOST = 512
/** From so many in a transaction on it is busy: then more are let gather, since each transaction has its price. */
const BUSY_FROM = 8
const GATHER_MS = 4
/** Answers that are told in one go, before others get a turn of the event loop. */
const TOLD_TOGETHER = 64

type Answer = Result<Appended, AppendFailure>
type Waiting = {
  readonly entry: ToAppend
  /** What was said in one frame hangs together: the later ones build on the earlier ones. */
  readonly run: object
  resolve(answer: Answer): void
  reject(error: unknown): void
}

export class AppendQueue {
  readonly #conversations: Pick<Conversations, 'append'>
  #waiting: Waiting[] = []
  #isWriting = false
  #telling: Promise<void> = Promise.resolve()

  constructor(conversations: Pick<Conversations, 'append'>) {
    this.#conversations = conversations
  }

  /** Resolves when the entry is flushed to disk, or refused. Entries of one run share one transaction. */
  add(entry: ToAppend, run: object = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, run, resolve, reject })
      if (!this.#isWriting) void this.#write()
    })
  }

  async #write() {
    this.#isWriting = true
    // One turn of the loop, so that what arrived in the same read of the sockets goes together.
    await turnOfTheLoop()
    while (this.#waiting.length > 0) {
      let size = Math.min(BATCH_MOST, this.#waiting.length)
      while (this.#waiting[size] && this.#waiting[size]?.run === this.#waiting[size - 1]?.run) size++
      const batch = this.#waiting.splice(0, size)
      try {
        const answers = await this.#conversations.append(batch.map(({ entry }) => entry))
        // The next batch is written while this one is told.
        this.#telling = this.#telling.then(() => tell(batch, answers))
        if (batch.length >= BUSY_FROM) await new Promise((resolve) => setTimeout(resolve, GATHER_MS))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#isWriting = false
  }
}

const tell = (batch: readonly Waiting[], answers: readonly Answer[]) =>
  forEachInTurns(batch.entries(), TOLD_TOGETHER, ([i, { resolve }]) => resolve(answers[i] as Answer))
