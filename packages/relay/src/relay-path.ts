/** A client's way to a relay: one socket over which whole messages go and come. */
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { connect, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { RelayPlace } from './relay-url.ts'
import { createTcpFrames } from './tcp-frames.ts'

export type RelayPath = {
  readonly isReliable: boolean
  send(message: Buffer): void
  /** Reads no more, as a client whose network is stuck. */
  pause(): void
}

const MESSAGE_MAX = 65_535

/** Rejects when there is no way. The socket closes with `signal`. */
export async function openPath(
  { host, port, transport }: RelayPlace,
  hear: (message: Buffer) => void,
  signal: AbortSignal,
  ca?: string,
): Promise<RelayPath> {
  if (transport === 'udp') {
    const { address, family } = await lookup(host)
    signal.throwIfAborted()
    const socket = createSocket({
      type: family === 6 ? 'udp6' : 'udp4',
      lookup: (_, __, answer) => answer(null, address, family),
    })
    socket.on('message', (message) => hear(message))
    socket.on('error', () => undefined)
    signal.addEventListener('abort', () => socket.close(), { once: true })
    return {
      isReliable: false,
      send: (message) => {
        if (!signal.aborted) socket.send(message, port, address, () => undefined)
      },
      pause: () => undefined,
    }
  }
  const socket =
    transport === 'tcp'
      ? connect({ host, port })
      : connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca } : {}) })
  socket.on('error', () => socket.destroy())
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  await once(socket, transport === 'tcp' ? 'connect' : 'secureConnect', { signal })
  const frames = createTcpFrames(MESSAGE_MAX)
  socket.on('data', (chunk: Buffer) => {
    const messages = frames.push(chunk)
    if (messages) for (const message of messages) hear(message)
    else socket.destroy()
  })
  return { isReliable: true, send: (message) => void socket.write(message), pause: () => void socket.pause() }
}
