import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { ATTRIBUTE, xorAddress } from './attributes.ts'
import { checkRelay } from './check-relay.ts'
import { readRelayUrl } from './relay-url.ts'
import { challenge, writeReply } from './reply.ts'
import { readMessage, type StunMessage } from './stun-message.ts'
import { afterwards, closeAll, credentials } from './testing/relay-on-sockets.ts'

afterEach(closeAll)

/** Something on UDP that is not our relay. */
async function answering(answer: (request: StunMessage) => Buffer): Promise<string> {
  const socket = createSocket('udp4')
  afterwards(() => socket.close())
  socket.on('message', (bytes, { port, address }) => {
    const request = readMessage(bytes)
    if (request) socket.send(answer(request), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return `turn:127.0.0.1:${socket.address().port}`
}

describe('[TR11] the check', () => {
  test.each(['turn:127.0.0.1:9', 'turn:127.0.0.1:9?transport=tcp', 'stun:127.0.0.1', 'not an address'])(
    'of %s, where no relay is, ends with no answer',
    async (url) => {
      expect(await checkRelay(url, credentials(), { patienceMs: 300 })).toEqual({ ok: false, why: 'no-answer' })
    },
  )

  test('does not believe an answer that was not signed with the secret', async () => {
    const url = await answering((request) =>
      request.integrityAt === undefined
        ? writeReply(request, challenge(401, 'realm', 'nonce'), undefined)
        : writeReply(
            request,
            {
              granted: [
                xorAddress(ATTRIBUTE.relayedAddress, { address: '192.0.2.1', port: 50_000 }, request.transactionId),
              ],
            },
            Buffer.from('another key'),
          ),
    )

    expect(await checkRelay(url, credentials(), { patienceMs: 300 })).toEqual({ ok: false, why: 'refused' })
  })

  test('does not go on for ever with a relay that finds every nonce stale', async () => {
    const url = await answering((request) => writeReply(request, challenge(438, 'realm', 'nonce'), undefined))

    expect(await checkRelay(url, credentials(), { patienceMs: 300 })).toEqual({ ok: false, why: 'refused' })
  })

  test.each([
    ['turn:relay.example', { host: 'relay.example', port: 3478, transport: 'udp' }],
    ['turn:192.0.2.1:80?transport=udp', { host: '192.0.2.1', port: 80, transport: 'udp' }],
    ['turn:[2001:db8::1]:443?transport=tcp', { host: '2001:db8::1', port: 443, transport: 'tcp' }],
    ['turns:relay.example?transport=tcp', { host: 'relay.example', port: 5349, transport: 'tls' }],
    ['turns:relay.example?transport=udp', undefined],
    ['https://relay.example', undefined],
  ])('reads %s as browsers do', (url, place) => {
    expect(readRelayUrl(url)).toEqual(place)
  })
})
