/** The relay on UDP: one socket for everybody. */
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import type { Client } from './client.ts'

export type Listener = { readonly port: number; close(): Promise<void> }

const KERNEL_BUFFER = 4 * 1024 * 1024

export async function listenOnUdp(
  host: string,
  port: number,
  hear: (client: Client, bytes: Buffer) => void,
): Promise<Listener> {
  const socket = createSocket({
    type: isIPv6(host) ? 'udp6' : 'udp4',
    recvBufferSize: KERNEL_BUFFER,
    sendBufferSize: KERNEL_BUFFER,
    // Only addresses are sent to: the usual look-up would put each datagram off to the next tick.
    lookup: (address, _, answer) => answer(null, address, isIPv6(address) ? 6 : 4),
  })
  socket.on('message', (bytes, { address, port }) => {
    // Port 0 can be written by whoever forges datagrams, and cannot be answered.
    if (port !== 0) hear(udpClient(socket, address, port), bytes)
  })
  const listening = once(socket, 'listening')
  socket.bind(port, host)
  await listening
  // A datagram that could not be sent is a lost datagram.
  socket.on('error', () => undefined)
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function udpClient(socket: Socket, address: string, port: number): Client {
  return {
    key: `${address} ${port}`,
    address,
    port,
    isStream: false,
    answer: (bytes) => socket.send(bytes, port, address),
    carry(bytes) {
      socket.send(bytes, port, address)
      return true
    },
    end: () => undefined,
  }
}
