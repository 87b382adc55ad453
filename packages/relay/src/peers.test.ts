import { describe, expect, test } from 'vitest'
import { ATTRIBUTE, number } from './attributes.ts'
import { METHOD } from './stun-message.ts'
import { codeOf, RELAY_ADDRESS, relayInMemory, talkBetween } from './testing/relay-in-memory.ts'

const elsewhere = [
  ['the relay machine itself', '127.0.0.1', 403],
  ['another loopback address', '127.8.8.8', 403],
  ['no address', '0.0.0.0', 403],
  ['everybody', '255.255.255.255', 403],
  ['a private network', '10.0.0.1', 403],
  ['another private network', '172.16.0.1', 403],
  ['a home network', '192.168.1.1', 403],
  ['the metadata of a cloud', '169.254.169.254', 403],
  ['a carrier network', '100.64.0.1', 403],
  ['a multicast group', '224.0.0.1', 403],
  ['a neighbour of the relay', '192.0.2.2', 403],
  ['somebody on the internet', '203.0.113.9', 403],
  ['the loopback address of IPv6', '::1', 443],
  ['a private network of IPv6', 'fd00::1', 443],
  ['a machine of IPv6', '2001:db8::1', 443],
] as const

describe('[TR2] a client that wants to reach', () => {
  test.each(elsewhere)('%s (%s) gets no permission: %i', (_, address, code) => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.permit({ address, port: 443 }))).toBe(code)
  })

  test.each(elsewhere)('%s (%s) gets no channel: %i', (_, address, code) => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.bind(0x4000, { address, port: 443 }))).toBe(code)
  })

  test.each(elsewhere)('%s (%s) sends into nothing', (_, address) => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const { otherAt } = talkBetween(one, other)

    one.send({ address, port: otherAt.port }, 'hello')

    expect(other.heard).toEqual([])
    expect(relay.state.counts.carriedMessages).toBe(0)
  })

  test('somebody else beside the relay gets neither', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const oneAt = one.allocate()
    const otherAt = other.allocate()
    one.permit(otherAt)

    const answer = other.permit(oneAt, { address: '10.0.0.1', port: 443 })
    one.send(otherAt, 'hello')

    expect(codeOf(answer)).toBe(403)
    expect(other.heard).toEqual([])
  })

  test.each([
    ['a port that nobody holds', 60_000],
    ['the port of a service', 22],
    ['port 0', 0],
  ])('%s of the relay is permitted and reaches nobody', (_, port) => {
    const relay = relayInMemory()
    const client = relay.client()
    client.allocate()

    const answer = client.permit({ address: RELAY_ADDRESS, port })
    client.send({ address: RELAY_ADDRESS, port }, 'hello')
    client.bind(0x4000, { address: RELAY_ADDRESS, port })
    client.sendOn(0x4000, 'hello')

    expect(codeOf(answer)).toBeUndefined()
    expect(relay.state.counts).toMatchObject({ carriedMessages: 0, droppedUnpermitted: 2 })
  })

  test('a broken address made a bad request', () => {
    const client = relayInMemory().client()
    client.allocate()
    const broken = { type: ATTRIBUTE.peerAddress, value: Buffer.from('0003abcd01020304', 'hex') }
    const short = { type: ATTRIBUTE.peerAddress, value: Buffer.from('0001', 'hex') }
    const channel = number(ATTRIBUTE.channelNumber, 0x40000000)

    expect(codeOf(client.ask({ method: METHOD.createPermission, attributes: [broken] }))).toBe(400)
    expect(codeOf(client.ask({ method: METHOD.createPermission, attributes: [short] }))).toBe(400)
    expect(codeOf(client.ask({ method: METHOD.channelBind, attributes: [channel, broken] }))).toBe(400)
  })
})
