/** The asking side of the worker thread. A worker that dies fails every open and later question. */
import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './embedded-messages.ts'

export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly code: string | undefined
  readonly constraint: string | undefined
  constructor(error: { message: string; code: string | undefined; constraint: string | undefined }) {
    super(error.message)
    this.code = error.code
    this.constraint = error.constraint
  }
}

type Waiting = { resolve: (answer: { rows: unknown[]; affected: number }) => void; reject: (error: Error) => void }

export class EmbeddedConnection {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #next = 1
  #broken: Error | undefined

  private constructor(worker: Worker, opened: Waiting) {
    this.#worker = worker
    this.#waiting.set(0, opened)
    worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('error' in answer) waiting?.reject(new DatabaseError(answer.error))
      else waiting?.resolve(answer)
    })
    const breakDown = (error: Error) => {
      this.#broken = error
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    worker.on('error', breakDown)
    worker.on('exit', () => breakDown(this.#broken ?? new Error('The embedded database has stopped.')))
  }

  /** `folder` undefined keeps everything in memory, for tests. */
  static async open(folder: string | undefined): Promise<EmbeddedConnection> {
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } })
    let connection: EmbeddedConnection | undefined
    await new Promise<unknown>((resolve, reject) => {
      connection = new EmbeddedConnection(worker, { resolve, reject })
    })
    return connection as EmbeddedConnection
  }

  query(sql: string, params: readonly unknown[]) {
    return this.#ask({ sql, params })
  }

  async execute(sql: string) {
    await this.#ask({ sql })
  }

  async close() {
    if (!this.#broken) await this.execute('checkpoint').catch(() => {})
    await this.#worker.terminate()
  }

  #ask(question: Omit<Question, 'id'>): Promise<{ rows: unknown[]; affected: number }> {
    if (this.#broken) return Promise.reject(this.#broken)
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, ...question } satisfies Question)
    })
  }
}
