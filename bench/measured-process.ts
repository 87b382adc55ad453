/** Told by its parent to tell: CPU used by all threads, memory after a collection, and how long the loop was blocked. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type Measured = {
  /** Microseconds, user and system, all threads. */
  readonly cpuUs: number
  /** Bytes in use, outside the collector's garbage. */
  readonly memory: number
  /** Longest block of the event loop since the last time, in milliseconds. */
  readonly blockedMs: number
}

const RESOLUTION_MS = 5

export function answerMeasurements(ready: { readonly port: number }) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  process.on('message', (asked) => {
    if (asked === 'collect') globalThis.gc?.()
    const { user, system } = process.cpuUsage()
    const { heapUsed, external, arrayBuffers } = process.memoryUsage()
    const blockedMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS)
    delay.reset()
    process.send?.({ cpuUs: user + system, memory: heapUsed + external + arrayBuffers, blockedMs } satisfies Measured)
  })
  process.send?.(ready)
}
