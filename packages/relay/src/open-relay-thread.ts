/** The same relay in a thread of its own, so that sound and picture never wait for what else the server does. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Figures } from './figures.ts'
import type { Relay, RelayOptions } from './relay.ts'
import type { FromRelayThread, ToRelayThread } from './relay-thread.ts'

export type RelayThread = Relay & {
  /** Resolves when the thread is over: `undefined` after `close`, else what broke it. The app may open another. */
  readonly ended: Promise<Error | undefined>
}

type Question = ToRelayThread extends infer One ? (One extends ToRelayThread ? Omit<One, 'id'> : never) : never
type Waiting = { resolve(figures: Figures | undefined): void; reject(cause: Error): void }

export async function openRelayThread(options: RelayOptions): Promise<RelayThread> {
  const worker = new Worker(new URL('./relay-worker.ts', import.meta.url), { workerData: options })
  // A port that is taken, or options that make no sense, reject here.
  const [opened] = (await once(worker, 'message')) as [FromRelayThread]
  const waiting = new Map<number, Waiting>()
  let last = 0
  let broken: Error | undefined
  let isOver = false

  worker.on('message', (message: FromRelayThread) => {
    if (message.say !== 'done') return
    waiting.get(message.id)?.resolve(message.figures)
    waiting.delete(message.id)
  })
  worker.on('error', (error) => {
    broken = error instanceof Error ? error : new Error('the thread of the relay broke', { cause: error })
  })
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('exit', () => {
      isOver = true
      for (const { reject } of waiting.values()) reject(broken ?? new Error('the thread of the relay is over'))
      waiting.clear()
      resolve(broken)
    })
  })

  function ask(question: Question): Promise<Figures | undefined> {
    return new Promise((resolve, reject) => {
      if (isOver) return reject(broken ?? new Error('the thread of the relay is over'))
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id })
    })
  }

  return {
    ports: opened.say === 'open' ? opened.ports : {},
    ended,
    async figures() {
      const figures = await ask({ ask: 'figures' })
      if (!figures) throw new Error('the thread of the relay told no figures')
      return figures
    },
    async impair(impairment, username) {
      await ask({ ask: 'impair', ...(impairment && { impairment }), ...(username !== undefined && { username }) })
    },
    async cut(username) {
      await ask({ ask: 'cut', ...(username !== undefined && { username }) })
    },
    async close() {
      if (!isOver) await ask({ ask: 'close' })
      await ended
    },
  }
}
