/**
 * A TCP proxy between devices and the server that breaks connections as networks do. It only passes on or drops bytes
 * and never waits, so that it fakes no latency of its own.
 */
import { connect, createServer, type Socket } from 'node:net'

type Pair = { readonly near: Socket; readonly far: Socket; isSwallowing: boolean; isDeaf: boolean; cutAfter: number }

export type FaultProxy = Awaited<ReturnType<typeof openFaultProxy>>

export async function openFaultProxy(target: { readonly port: number }) {
  const pairs = new Set<Pair>()
  const server = createServer((near) => {
    const far = connect(target.port, '127.0.0.1')
    const pair: Pair = { near, far, isSwallowing: false, isDeaf: false, cutAfter: Number.POSITIVE_INFINITY }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    near.on('data', (bytes) => {
      if (pair.isDeaf) return
      const rest = pair.cutAfter
      pair.cutAfter -= bytes.length
      // A frame may break off in its middle.
      far.write(rest < bytes.length ? bytes.subarray(0, rest) : bytes)
      if (rest < bytes.length) setImmediate(() => reset(pair))
    })
    far.on('data', (bytes) => {
      if (!pair.isSwallowing) near.write(bytes)
    })
    for (const socket of [near, far]) {
      socket.on('error', end)
      socket.on('close', end)
    }
  })
  const reset = ({ near, far }: Pair) => {
    near.resetAndDestroy()
    far.resetAndDestroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    origin: `http://127.0.0.1:${port}`,
    /** How many there were to break. */
    reset(which: () => boolean): number {
      const chosen = [...pairs].filter(which)
      for (const pair of chosen) reset(pair)
      return chosen.length
    },
    /** The server hears everything, its answers are lost, and later the connection is too. */
    swallowAnswers(which: () => boolean, ms: number) {
      for (const pair of [...pairs].filter(which)) {
        pair.isSwallowing = true
        setTimeout(() => reset(pair), ms)
      }
    },
    /** Neither side hears the other, and nobody says so: a phone in a tunnel. */
    goSilent(which: () => boolean, ms: number) {
      for (const pair of [...pairs].filter(which)) {
        pair.isSwallowing = true
        pair.isDeaf = true
        setTimeout(() => reset(pair), ms)
      }
    },
    cutInFrame(which: () => boolean, bytes: () => number) {
      for (const pair of [...pairs].filter(which)) pair.cutAfter = bytes()
    },
    close() {
      for (const pair of [...pairs]) reset(pair)
      server.close()
    },
  }
}
