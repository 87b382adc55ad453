/** How long a message takes from one device to the other, at a steady rate over many open conversations. */
import type { Measured } from './measured-process.ts'
import type { MeasuredServer } from './start-measured.ts'
import type { Talk } from './throughput.ts'

export type Latency = {
  readonly p50: number
  readonly p99: number
  readonly messages: number
  readonly blockedMs: number
}

/** Sends the first messages of each conversation in turn; answers how many of each were used. */
export async function measureLatency(
  server: MeasuredServer,
  talks: readonly Talk[],
  options: { readonly perSecond: number; readonly rounds: number },
): Promise<Latency> {
  const times: number[] = []
  const sentAt = new Map<string, number>()
  const waiting: Promise<void>[] = []
  await server.measure(true)
  const startedAt = performance.now()
  let count = 0
  for (let round = 0; round < options.rounds; round++) {
    for (const { conversation, from, to } of talks) {
      const due = startedAt + (count++ / options.perSecond) * 1_000
      const early = due - performance.now()
      if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
      waiting.push(
        new Promise((resolve) => {
          to.on('message', function hear(data) {
            if (JSON.parse(data.toString()).type !== 'entries') return
            to.off('message', hear)
            times.push(performance.now() - (sentAt.get(conversation.id) ?? 0))
            resolve()
          })
        }),
      )
      sentAt.set(conversation.id, performance.now())
      const envelope = conversation.envelopes[round]
      from.send(JSON.stringify({ type: 'say', conversation: conversation.id, envelopes: [envelope] }))
    }
  }
  await Promise.all(waiting)
  const { blockedMs }: Measured = await server.measure()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), messages: times.length, blockedMs }
}
