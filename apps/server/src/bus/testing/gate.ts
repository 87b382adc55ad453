/** A way to a server that can be shut and opened, as a network does. Shut, it takes calls and hangs up. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export async function gateTo(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const gate = { isOpen: true, calls: 0 }
  const server = createServer((socket) => {
    gate.calls++
    socket.on('error', () => {})
    if (!gate.isOpen) return void socket.destroy()
    const onward = connect(Number(target.port), target.hostname)
    for (const end of [socket, onward]) {
      sockets.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        sockets.delete(end)
        socket.destroy()
        onward.destroy()
      })
    }
    socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const here = new URL(url)
  here.hostname = '127.0.0.1'
  here.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: here.href,
    get calls() {
      return gate.calls
    },
    cut,
    shut() {
      gate.isOpen = false
      cut()
    },
    open() {
      gate.isOpen = true
    },
    close() {
      cut()
      server.close()
    },
  }
}
