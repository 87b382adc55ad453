/** The relay on TCP, and on TLS where there is a certificate: for networks that let nothing else through. */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Client } from './client.ts'
import type { Limits } from './limits.ts'
import { createTcpFrames } from './tcp-frames.ts'
import { household } from './transport-address.ts'
import type { Listener } from './udp-listener.ts'

export type Certificate = { readonly key: string | Buffer; readonly cert: string | Buffer }

export type TcpListener = Listener & {
  readonly connections: () => number
  /** Closes connections that have been without an allocation for too long. */
  closeIdle(isInUse: (client: Client) => boolean, now: number): void
}

export type TcpHearing = {
  readonly now: () => number
  hear(client: Client, bytes: Buffer): void
  /** A client on a stream is gone when the stream is (RFC 8656, 7.2). */
  gone(client: Client): void
}

const HANDSHAKE_MS = 10_000

type Connection = { readonly client: Client; readonly socket: Socket; idleSince: number }

export async function listenOnTcp(
  { host, port, certificate }: { host: string; port: number; certificate?: Certificate },
  limits: Limits,
  { now, hear, gone }: TcpHearing,
): Promise<TcpListener> {
  const open = new Map<Socket, Connection>()
  const sockets = new Set<Socket>()
  const perAddress = new Map<string, number>()
  let last = 0

  /** Counted before TLS begins: a handshake costs more than anything after it. */
  function admit(socket: Socket) {
    const from = household(socket.remoteAddress ?? '')
    const count = perAddress.get(from) ?? 0
    if (count >= limits.tcpConnectionsPerAddress) return void socket.destroy()
    perAddress.set(from, count + 1)
    sockets.add(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      const left = (perAddress.get(from) ?? 1) - 1
      if (left) perAddress.set(from, left)
      else perAddress.delete(from)
    })
  }

  function accept(socket: Socket) {
    const { remoteAddress, remotePort } = socket
    socket.on('error', () => socket.destroy())
    if (socket.destroyed || !remoteAddress || !remotePort) return void socket.destroy()
    const client = tcpClient(
      socket,
      `${certificate ? 'tls' : 'tcp'} ${++last}`,
      { address: remoteAddress, port: remotePort },
      limits,
    )
    const frames = createTcpFrames(limits.tcpMessageBytes)
    open.set(socket, { client, socket, idleSince: now() })
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => {
      const messages = frames.push(chunk)
      if (!messages) return void socket.destroy()
      for (const message of messages) hear(client, message)
    })
    socket.on('end', () => socket.destroy())
    socket.once('close', () => {
      open.delete(socket)
      gone(client)
    })
  }

  const server = certificate ? createTlsServer({ ...certificate, handshakeTimeout: HANDSHAKE_MS }) : createServer()
  server.maxConnections = limits.tcpConnections
  server.on('connection', admit)
  server.on(certificate ? 'secureConnection' : 'connection', accept)
  // Who does not speak TLS is disconnected by Node; there is nothing to tell.
  server.on('tlsClientError', () => undefined)
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    connections: () => open.size,
    closeIdle(isInUse, at) {
      for (const connection of open.values()) {
        if (isInUse(connection.client)) connection.idleSince = at
        else if (at - connection.idleSince > limits.tcpIdleSeconds * 1000) connection.socket.destroy()
      }
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      return closed
    },
  }
}

function tcpClient(socket: Socket, key: string, at: { address: string; port: number }, limits: Limits): Client {
  return {
    ...at,
    key,
    isStream: true,
    answer(bytes) {
      // Who asks and asks without reading the answers is not worth keeping them for.
      if (socket.writableLength > limits.tcpBufferBytes) socket.destroy()
      else socket.write(bytes)
    },
    carry(bytes) {
      if (socket.writableLength + bytes.length > limits.tcpBufferBytes) return false
      socket.write(bytes)
      return true
    },
    end: () => void socket.destroy(),
  }
}
