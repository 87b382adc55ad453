import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRelay } from './open-relay.ts'
import type { Relay } from './relay.ts'
import { SECRET } from './testing/relay-in-memory.ts'

const UCLIENT = '/usr/bin/turnutils_uclient'

/** coturn's own client, as a second reader of the standard. */
describe.skipIf(!existsSync(UCLIENT))('coturn’s test client (skipped where it is not installed)', () => {
  let relay: Relay

  beforeAll(async () => {
    relay = await openRelay({ secret: SECRET, listen: { host: '127.0.0.1', udp: 0, tcp: 0 } })
  })
  afterAll(() => relay.close())

  test.concurrent.each([
    ['channels over UDP', () => ['-p', String(relay.ports.udp)]],
    ['indications over UDP', () => ['-s', '-p', String(relay.ports.udp)]],
    ['channels over TCP', () => ['-t', '-p', String(relay.ports.tcp)]],
    ['indications over TCP', () => ['-t', '-s', '-p', String(relay.ports.tcp)]],
    [
      'channels over UDP, with permissions and bindings asked for again and again',
      () => ['-G', '-p', String(relay.ports.udp)],
    ],
  ])(
    'loses nothing of what two clients say to each other by %s',
    async (_, ways) => {
      const talk = ['-y', '-c', '-m', '2', '-n', '20', '-l', '170', '-z', '5', '-u', 'uclient', '-W', SECRET]

      const { stdout } = await promisify(execFile)(UCLIENT, [...talk, ...ways(), '127.0.0.1'])

      expect(stdout).toContain('tot_send_msgs=40, tot_recv_msgs=40')
      expect(stdout).toContain('Total lost packets 0')
    },
    30_000,
  )
})
