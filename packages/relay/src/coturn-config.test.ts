import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ATTRIBUTE, readNumber } from './attributes.ts'
import { checkRelay } from './check-relay.ts'
import { openRelayClient } from './relay-client.ts'
import { relayCredentials } from './relay-credentials.ts'
import { findAttribute, METHOD } from './stun-message.ts'
import { type Coturn, hasCoturn, startCoturn } from './testing/coturn.ts'
import { SECRET, UDP_TRANSPORT } from './testing/relay-in-memory.ts'

/** Where /usr/bin/turnserver is not there, this is skipped: it is about that program and our settings for it. */
describe.skipIf(!hasCoturn)('coturn with docs/coturn.conf (skipped where there is no coturn)', () => {
  let coturn: Coturn
  const over = new AbortController()
  const credentials = (lifetimeSeconds = 600) => relayCredentials(SECRET, Date.now(), lifetimeSeconds)

  beforeAll(async () => {
    coturn = await startCoturn(SECRET)
    const url = `turn:127.0.0.1:${coturn.port}`
    const isReady = async () => expect((await checkRelay(url, credentials(), { patienceMs: 300 })).ok).toBe(true)
    await vi.waitFor(isReady, { timeout: 15_000 })
  }, 20_000)

  afterAll(async () => {
    over.abort()
    await coturn?.stop()
  })

  const open = () =>
    openRelayClient({ host: '127.0.0.1', port: coturn.port, transport: 'udp' }, credentials(), over.signal)

  test.each(['', '?transport=tcp'])('[TR11] passes the check of a relay%s', async (transport) => {
    const url = `turn:127.0.0.1:${coturn.port}${transport}`

    expect(await checkRelay(url, credentials())).toEqual({ ok: true, ms: expect.any(Number) })
  })

  test('[TR1] lets nobody in whose credentials are forged or have ended', async () => {
    const url = `turn:127.0.0.1:${coturn.port}`

    expect(await checkRelay(url, { ...credentials(), credential: 'forged' })).toEqual({ ok: false, why: 'refused' })
    expect(await checkRelay(url, credentials(-60))).toEqual({ ok: false, why: 'refused' })
  })

  test.each(['127.0.0.2', '10.0.0.1', '169.254.169.254', '192.168.1.1', '203.0.113.9'])(
    '[TR2] refuses %s as a peer',
    async (address) => {
      const client = await open()
      await client.ask(METHOD.allocate, [UDP_TRANSPORT])

      expect(await client.ask(METHOD.createPermission, [], { address, port: 443 })).toEqual({ ok: false, code: 403 })
    },
  )

  test('[TR4] keeps an allocation for 300 seconds at most', async () => {
    const client = await open()

    const answer = await client.ask(METHOD.allocate, [UDP_TRANSPORT])

    expect(answer.ok && readNumber(findAttribute(answer.message, ATTRIBUTE.lifetime))).toBe(300)
  })

  test('[TR9] writes nothing of a talk', async () => {
    const who = credentials()
    await checkRelay(`turn:127.0.0.1:${coturn.port}`, who)

    expect(coturn.written()).not.toContain(who.username)
    expect(coturn.written()).not.toMatch(/session \d|incoming packet|remote/)
  })
})
