/**
 * Messages end to end: said on one socket, heard on another of the same conversation. Ours are sealed, flushed to disk
 * and acknowledged; the relay's are only passed on. So many messages are under way at a time in each conversation: ours
 * travel in one frame, as an outbox sends them, the relay's in a frame each.
 */
import WebSocket from 'ws'
import { type Opened, ticketFor } from './conversations.ts'
import { type MeasuredServer, startMeasured } from './start-measured.ts'

export type Throughput = { readonly perSecond: number; readonly perCpuSecond: number; readonly blockedMs: number }

/** One conversation's two ends: says some messages, and calls back when all were heard (and stored). */
type Pair = (envelopes: readonly string[], heard: () => void) => void

async function pump(server: MeasuredServer, pairs: readonly Pair[], talks: readonly Opened[], underWay: number) {
  const before = await server.measure(true)
  const startedAt = performance.now()
  const total = talks.reduce((sum, { envelopes }) => sum + envelopes.length, 0)
  await Promise.all(
    talks.map(
      ({ envelopes }, i) =>
        new Promise<void>((resolve) => {
          let at = 0
          const next = () => {
            const some = envelopes.slice(at, at + underWay)
            at += some.length
            if (some.length === 0) resolve()
            else pairs[i]?.(some, next)
          }
          next()
        }),
    ),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  const after = await server.measure()
  const perCpuSecond = total / ((after.cpuUs - before.cpuUs) / 1e6)
  return { perSecond: total / seconds, perCpuSecond, blockedMs: after.blockedMs } satisfies Throughput
}

export async function relayThroughput(talks: readonly Opened[], underWay: number): Promise<Throughput> {
  const server = await startMeasured('./relay-server.ts')
  const pairs = await Promise.all(
    talks.map(async ({ id }): Promise<Pair> => {
      const [from, to] = await Promise.all([connect(`${server.origin}/${id}`), connect(`${server.origin}/${id}`)])
      let open = 0
      let done = () => {}
      to.on('message', (data) => {
        JSON.parse(data.toString())
        if (--open === 0) done()
      })
      return (envelopes, heard) => {
        open = envelopes.length
        done = heard
        for (const envelope of envelopes)
          from.send(JSON.stringify({ type: 'say', conversation: id, envelopes: [envelope] }))
      }
    }),
  )
  const result = await pump(server, pairs, talks, underWay)
  await server.stop()
  return result
}

export function houvastThroughput(
  server: MeasuredServer,
  talks: readonly Talk[],
  underWay: number,
): Promise<Throughput> {
  const pairs = talks.map(({ conversation: { id }, from, to }): Pair => {
    let open = 0
    let done = () => {}
    const arrived = (count: number) => {
      open -= count
      if (open === 0) done()
    }
    // Heard by the other and known to be stored: both, in whichever order they come.
    from.removeAllListeners('message').on('message', (data) => {
      const frame = JSON.parse(data.toString())
      if (frame.type === 'stored') arrived(frame.items.length)
    })
    to.removeAllListeners('message').on('message', (data) => {
      const frame = JSON.parse(data.toString())
      if (frame.type === 'entries') arrived(frame.entries.length)
    })
    return (envelopes, heard) => {
      open = 2 * envelopes.length
      done = heard
      from.send(JSON.stringify({ type: 'say', conversation: id, envelopes }))
    }
  })
  return pump(
    server,
    pairs,
    talks.map(({ conversation }) => conversation),
    underWay,
  )
}

/** A conversation and two devices that follow it. */
export type Talk = { readonly conversation: Opened; readonly from: WebSocket; readonly to: WebSocket }

/** A seeker's socket that has its whole log. */
export async function connectTo(origin: string, conversation: Opened): Promise<WebSocket> {
  const ticket = await ticketFor(origin, conversation)
  const socket = await connect(`${origin}/api/seeker/socket`, origin)
  socket.send(JSON.stringify({ type: 'hello', version: 1, ticket, since: 2 }))
  await new Promise<void>((resolve) => {
    socket.on('message', function hear(data) {
      if (JSON.parse(data.toString()).type !== 'presence') return
      socket.off('message', hear)
      resolve()
    })
  })
  return socket
}

function connect(url: string, origin?: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false, ...(origin ? { origin } : {}) })
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })
}
