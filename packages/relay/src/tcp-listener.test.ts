import { once } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkRelay } from './check-relay.ts'
import {
  afterwards,
  clientOf,
  closeAll,
  credentials,
  opened,
  plainSocket,
  talkOver,
  tcpOf,
  udpOf,
} from './testing/relay-on-sockets.ts'

afterEach(async () => {
  vi.useRealTimers()
  await closeAll()
})

describe('[TR4] a client on TCP', () => {
  test('that goes away leaves no allocation', async () => {
    const relay = await opened()
    const client = await clientOf(tcpOf(relay))
    await client.allocate()
    const before = (await relay.figures()).allocations
    client.leave()

    await expect.poll(() => relay.figures()).toMatchObject({ allocations: 0, tcpConnections: 0 })
    expect(before).toBe(1)
  })

  test('whose allocation is over is disconnected, and so is one that never had any', async () => {
    let now = Date.now()
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const relay = await opened({ limits: { tcpIdleSeconds: 15 } }, () => now)
    await plainSocket(relay)
    const client = await clientOf(tcpOf(relay))
    await client.allocate()
    const states: unknown[] = []
    for (const seconds of [0, 14, 2, 283, 2]) {
      now += seconds * 1000
      vi.advanceTimersByTime(1000)
      await new Promise((resolve) => setTimeout(resolve, 50))
      const { allocations, tcpConnections } = await relay.figures()
      states.push([allocations, tcpConnections])
    }

    expect(states).toEqual([
      [1, 2],
      [1, 2],
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })
})

describe('[TR6] over TCP', () => {
  test('who does not speak TURN is disconnected', async () => {
    const relay = await opened()
    const socket = await plainSocket(relay)
    socket.write(Buffer.from([0x80, 0, 0, 0]))

    await once(socket, 'close')

    await expect.poll(async () => (await relay.figures()).tcpConnections).toBe(0)
  })

  test('one address has so many connections and no more', async () => {
    const relay = await opened({ limits: { tcpConnectionsPerAddress: 2 } })
    const kept = [await plainSocket(relay), await plainSocket(relay)]
    const third = await plainSocket(relay)
    await once(third.resume(), 'close')

    expect((await relay.figures()).tcpConnections).toBe(2)
    kept[0]?.destroy()
    await expect.poll(async () => (await relay.figures()).tcpConnections).toBe(1)
    expect((await checkRelay(tcpOf(relay), credentials(), { patienceMs: 300 })).ok).toBe(false)
    kept[1]?.destroy()
    await expect.poll(async () => (await checkRelay(tcpOf(relay), credentials(), { patienceMs: 300 })).ok).toBe(true)
  })

  test('[TR10] who does not read is not waited for, and what waits is bounded', async () => {
    const relay = await opened({ limits: { bytesPerSecond: 1e9, tcpBufferBytes: 64 * 1024 } })
    const { one, other, otherAt } = await talkOver(udpOf(relay), tcpOf(relay))
    other.pause()
    const send = setInterval(() => {
      for (let i = 0; i < 100; i++) one.send(otherAt, Buffer.alloc(1200))
    }, 5)
    afterwards(() => clearInterval(send))

    await expect
      .poll(async () => (await relay.figures()).droppedForSlowReader, { timeout: 10_000 })
      .toBeGreaterThan(100)
  })
})
