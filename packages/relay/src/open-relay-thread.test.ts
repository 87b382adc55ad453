import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { openRelayThread } from './open-relay-thread.ts'
import { SECRET } from './testing/relay-in-memory.ts'
import { afterwards, closeAll, credentials, listen, openedThread, udpOf } from './testing/relay-on-sockets.ts'

afterEach(closeAll)

describe('[TR10] the thread of a relay', () => {
  test('carries while the server’s own thread is busy', async () => {
    const relay = await openedThread()
    const answered = new Int32Array(new SharedArrayBuffer(4))
    const check = new URL('./check-relay.ts', import.meta.url).href
    const worker = new Worker(
      `const { workerData } = require('node:worker_threads')
       import(workerData.check).then(async ({ checkRelay }) => {
         const { ok } = await checkRelay(workerData.url, workerData.who)
         Atomics.store(workerData.answered, 0, ok ? 1 : 2)
         Atomics.notify(workerData.answered, 0)
       })`,
      { eval: true, workerData: { check, url: udpOf(relay), who: credentials(), answered } },
    )
    afterwards(() => worker.terminate())
    await once(worker, 'online')

    // From here this thread does nothing at all until the check is done.
    const waited = Atomics.wait(answered, 0, 0, 8000)

    expect(waited).not.toBe('timed-out')
    expect(Atomics.load(answered, 0)).toBe(1)
  })

  test('is over when it is closed, and says so to who asks later', async () => {
    const relay = await openRelayThread({ secret: SECRET, listen })
    await relay.close()

    expect(await relay.ended).toBeUndefined()
    await expect(relay.figures()).rejects.toThrow('over')
    await relay.close()
  })
})
