/** The relay's own thread. Started by `open-relay-thread.ts` and by nobody else. */
import { parentPort, workerData } from 'node:worker_threads'
import { openRelay } from './open-relay.ts'
import type { FromRelayThread, ToRelayThread } from './relay-thread.ts'

const say = (message: FromRelayThread) => parentPort?.postMessage(message)

const relay = await openRelay(workerData)
parentPort?.on('message', async (message: ToRelayThread) => {
  const { id } = message
  switch (message.ask) {
    case 'figures':
      return say({ say: 'done', id, figures: await relay.figures() })
    case 'impair':
      await relay.impair(message.impairment, message.username)
      return say({ say: 'done', id })
    case 'cut':
      await relay.cut(message.username)
      return say({ say: 'done', id })
    case 'close':
      await relay.close()
      say({ say: 'done', id })
      return parentPort?.close()
  }
})
say({ say: 'open', ports: relay.ports })
