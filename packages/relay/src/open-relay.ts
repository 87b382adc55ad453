/** Puts the parts of a relay together and opens its ports. */
import { hearMessage } from './hear-message.ts'
import { createImpairments } from './impairment.ts'
import type { Relay, RelayOptions } from './relay.ts'
import { createRelayState } from './relay-state.ts'
import { type Certificate, listenOnTcp, type TcpListener } from './tcp-listener.ts'
import { listenOnUdp } from './udp-listener.ts'

const SWEEP_MS = 1000

export async function openRelay(options: RelayOptions, now: () => number = Date.now): Promise<Relay> {
  const state = createRelayState(options)
  const { table, limits, counts } = state
  const impairments = createImpairments()
  const { host, udp, tcp, tls } = options.listen
  const hear = hearMessage(state, impairments, now)
  const hearing = {
    now,
    hear,
    gone({ key }: { key: string }) {
      const own = table.ofClient(key, now())
      if (own) table.end(own)
    },
  }

  const onUdp = udp === undefined ? undefined : await listenOnUdp(host, udp, hear)
  const streams: TcpListener[] = []
  let closing: Promise<void> | undefined
  async function closePorts() {
    await Promise.all([onUdp, ...streams].map((listener) => listener?.close()))
  }
  async function listen(port: number, certificate?: Certificate): Promise<number> {
    const stream = await listenOnTcp({ host, port, ...(certificate && { certificate }) }, limits, hearing)
    streams.push(stream)
    return stream.port
  }
  const ports: { udp?: number; tcp?: number; tls?: number } = onUdp ? { udp: onUdp.port } : {}
  try {
    if (tcp !== undefined) ports.tcp = await listen(tcp)
    if (tls) ports.tls = await listen(tls.port, tls)
  } catch (cause) {
    await closePorts()
    throw cause
  }
  const sweep = setInterval(() => {
    const at = now()
    for (const { client } of table.endExpired(at)) client.end()
    for (const stream of streams) stream.closeIdle(({ key }) => table.ofClient(key, at) !== undefined, at)
  }, SWEEP_MS)
  sweep.unref()

  return {
    ports,
    figures: async () => ({
      ...counts,
      allocations: table.size,
      tcpConnections: streams.reduce((sum, stream) => sum + stream.connections(), 0),
    }),
    impair: async (impairment, username) => impairments.set(impairment, username),
    async cut(username) {
      for (const allocation of table.all()) {
        if (username !== undefined && allocation.username !== username) continue
        table.end(allocation)
        allocation.client.end()
      }
    },
    close() {
      closing ??= close()
      return closing
    },
  }

  async function close() {
    clearInterval(sweep)
    // So that nothing that was held back by a fault is handed to a closed socket.
    for (const allocation of table.all()) table.end(allocation)
    await closePorts()
  }
}
