import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { checkRelay } from './check-relay.ts'
import { openRelay } from './open-relay.ts'
import { openRelayThread } from './open-relay-thread.ts'
import type { Relay, RelayOptions } from './relay.ts'
import { RELAY_ADDRESS, SECRET } from './testing/relay-in-memory.ts'
import {
  afterwards,
  clientOf,
  closeAll,
  credentials,
  listen,
  opened,
  openedThread,
  talkOver,
  tcpOf,
  udpOf,
} from './testing/relay-on-sockets.ts'
import { canSign, selfSigned } from './testing/self-signed.ts'

afterEach(closeAll)

describe.each([
  ['in this thread', opened],
  ['in a thread of its own', openedThread],
])('[TR11] a relay %s', (_, open: (options?: Partial<RelayOptions>) => Promise<Relay>) => {
  test.each([
    ['UDP', udpOf],
    ['TCP', tcpOf],
  ])('carries a datagram over %s, and is clean afterwards', async (_, urlOf) => {
    const relay = await open()

    const check = await checkRelay(urlOf(relay), credentials())

    expect(check).toEqual({ ok: true, ms: expect.any(Number) })
    expect(await relay.figures()).toMatchObject({ allocations: 0, allocated: 2, carriedMessages: 1 })
  })

  test.skipIf(!canSign)('carries a datagram over TLS (skipped where there is no openssl)', async () => {
    const pair = selfSigned()
    const relay = await open({ listen: { host: '127.0.0.1', tls: { port: 0, ...pair } } })
    const url = `turns:127.0.0.1:${relay.ports.tls}`

    expect(await checkRelay(url, credentials(), { ca: pair.cert })).toEqual({ ok: true, ms: expect.any(Number) })
    expect(await checkRelay(url, credentials())).toEqual({ ok: false, why: 'no-answer' })
  })

  test.each([
    ['UDP', udpOf],
    ['TCP', tcpOf],
  ])('refuses credentials that it did not make, or that have ended, over %s', async (_, urlOf) => {
    const relay = await open()

    const forged = await checkRelay(urlOf(relay), { ...credentials(), credential: 'forged' })
    const ended = await checkRelay(urlOf(relay), credentials(-1))

    expect([forged, ended]).toEqual(Array(2).fill({ ok: false, why: 'refused' }))
  })

  test('that loses everything has no path, and one that is silent does not answer', async () => {
    const relay = await open()
    await relay.impair({ drop: 1 })
    const losing = await checkRelay(udpOf(relay), credentials(), { patienceMs: 300 })
    await expect.poll(async () => (await relay.figures()).allocations).toBe(0)
    await relay.impair({ silent: true })
    const silent = await checkRelay(udpOf(relay), credentials(), { patienceMs: 300 })
    await relay.impair(undefined)
    const well = await checkRelay(udpOf(relay), credentials())

    expect(losing).toEqual({ ok: false, why: 'no-path' })
    expect(silent).toEqual({ ok: false, why: 'no-answer' })
    expect(well.ok).toBe(true)
  })

  test('takes time when it is told to', async () => {
    const relay = await open()
    await relay.impair({ delayMs: 80 })

    const check = await checkRelay(udpOf(relay), credentials())

    expect(check.ok && check.ms).toBeGreaterThan(70)
  })

  test('is closed while media is held back, and nothing is thrown', async () => {
    const relay = await open()
    const { one, otherAt } = await talkOver(udpOf(relay), udpOf(relay))
    await relay.impair({ delayMs: 30 })
    const thrown: unknown[] = []
    const note = (cause: unknown) => void thrown.push(cause)
    process.on('uncaughtException', note)
    afterwards(() => process.off('uncaughtException', note))
    one.send(otherAt, Buffer.from('hello'))
    await new Promise((resolve) => setTimeout(resolve, 10))

    await relay.close()
    await new Promise((resolve) => setTimeout(resolve, 60))

    expect(thrown).toEqual([])
  })

  test('ends the allocations of one name when it is told to', async () => {
    const relay = await open()
    const [one, other] = [credentials(), credentials()]
    for (const who of [one, one, other]) await (await clientOf(udpOf(relay), who)).allocate()

    await relay.cut(one.username)

    expect((await relay.figures()).allocations).toBe(1)
  })

  test('says at once when it cannot have its port, and keeps no other', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    afterwards(() => taken.close())
    await once(taken, 'listening')
    const tcp = (taken.address() as { port: number }).port
    const { ports, close } = await openRelay({ secret: SECRET, listen: { host: '127.0.0.1', udp: 0 } })
    await close()
    const udp = ports.udp ?? 0

    await expect(open({ listen: { host: '127.0.0.1', udp, tcp } })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect((await open({ listen: { host: '127.0.0.1', udp } })).ports).toEqual({ udp })
  })
})

const hasIPv6 = networkInterfaces().lo?.some(({ family }) => family === 'IPv6') ?? false

test.skipIf(!hasIPv6)(
  '[TR11] a relay that listens on all addresses is reached by IPv4 and IPv6 (skipped without IPv6)',
  async () => {
    const { udp, tcp } = (await opened({ listen: { host: '::', udp: 0, tcp: 0 } })).ports
    const urls = ['127.0.0.1', '[::1]'].flatMap((host) => [`turn:${host}:${udp}`, `turn:${host}:${tcp}?transport=tcp`])

    const checks = await Promise.all(urls.map((url) => checkRelay(url, credentials())))

    expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true])
  },
)

describe('[TR2] a relay', () => {
  test('opens no socket for an allocation', async () => {
    const relay = await opened()
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length
    const clients = await Promise.all(Array.from({ length: 5 }, () => clientOf(udpOf(relay))))
    await Promise.all(clients.map((client) => client.allocate()))

    expect((await relay.figures()).allocations).toBe(5)
    // One for each client of this test, and one for the relay.
    await expect.poll(sockets).toBe(6)
  })

  test('carries between UDP and TCP', async () => {
    const relay = await opened()
    const { one, other, oneAt, otherAt } = await talkOver(udpOf(relay), tcpOf(relay))
    const heard = new Promise((resolve) => other.onData((data, from) => resolve([data.toString(), from])))

    one.send(otherAt, Buffer.from('hello'))

    expect(await heard).toEqual(['hello', { address: RELAY_ADDRESS, port: oneAt.port }])
  })
})

describe('[TR9] of those who talk', () => {
  test('nothing is told but sums', async () => {
    const relay = await opened()
    await checkRelay(udpOf(relay), credentials())

    const figures = await relay.figures()

    expect(Object.values(figures).filter((figure) => typeof figure !== 'number')).toEqual([])
  })

  test('nothing is logged: no file of the relay writes anywhere', () => {
    const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !file.includes('.test.'))
    const writing = files.filter((file) =>
      /console\.|process\.std|node:fs|appendFile|writeFile/.test(
        readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
      ),
    )

    expect(files.length).toBeGreaterThan(20)
    expect(writing).toEqual([])
  })
})

test.each([
  ['a secret that can be guessed', { secret: 'short' }],
  ['a realm that makes answers to strangers long', { realm: 'r'.repeat(33) }],
  ['an address that is none', { address: 'relay.example' }],
])('a relay does not open with %s', async (_, options) => {
  await expect(openRelay({ secret: SECRET, listen, ...options })).rejects.toThrow('relay')
  await expect(openRelayThread({ secret: SECRET, listen, ...options })).rejects.toThrow('relay')
})
