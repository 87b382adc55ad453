import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ATTRIBUTE, number, readNumber, readXorAddress, text } from './attributes.ts'
import { isSignedWith, longTermKey } from './integrity.ts'
import { type Attribute, findAttribute, METHOD } from './stun-message.ts'
import { codeOf, RELAY_ADDRESS, relayInMemory, type TestClient, UDP_TRANSPORT } from './testing/relay-in-memory.ts'

const attribute = (type: number, hex: string): Attribute => ({ type, value: Buffer.from(hex, 'hex') })
const peer = { address: RELAY_ADDRESS, port: 50_000 }
const allocate = { method: METHOD.allocate, attributes: [UDP_TRANSPORT] }
const refresh = { method: METHOD.refresh }

describe('a binding request', () => {
  test('is answered with the address it came from, without credentials', () => {
    const client = relayInMemory().client({ address: '198.51.100.7', port: 40_123 })

    const answer = client.answerTo(client.write({ method: METHOD.binding }))

    const mapped = answer && findAttribute(answer, ATTRIBUTE.xorMappedAddress)
    expect(answer?.messageClass).toBe('success')
    expect(mapped && readXorAddress(mapped, answer.transactionId)).toEqual({ address: '198.51.100.7', port: 40_123 })
  })

  test('with something we must understand and do not is told what', () => {
    const client = relayInMemory().client()
    const changeRequest = attribute(0x0003, '00000006')

    const answer = client.answerTo(client.write({ method: METHOD.binding, attributes: [changeRequest] }))

    expect(codeOf(answer)).toBe(420)
    expect(answer && findAttribute(answer, ATTRIBUTE.unknownAttributes)).toEqual(Buffer.from('0003', 'hex'))
  })
})

describe('[TR1] who asks', () => {
  test('without a signature is told the realm and a nonce', () => {
    const client = relayInMemory({ realm: 'somewhere' }).client()

    const answer = client.answerTo(client.write(allocate))

    expect(codeOf(answer)).toBe(401)
    expect(answer && findAttribute(answer, ATTRIBUTE.realm)?.toString()).toBe('somewhere')
    expect(answer && findAttribute(answer, ATTRIBUTE.nonce)?.toString()).toMatch(/^[\w-]{20}$/)
  })

  test('with credentials of the platform gets an answer that is signed with them', () => {
    const relay = relayInMemory()
    const client = relay.client()

    const answer = client.ask(allocate)

    const key = longTermKey(client.who.username, relay.state.realm, client.who.credential)
    expect(answer?.messageClass).toBe('success')
    expect(answer && isSignedWith(key, answer)).toBe(true)
  })

  test.each([
    ['that somebody else made', ({ username }: TestClient['who']) => ({ username, credential: 'guessed' })],
    [
      'for a longer time than was given',
      ({ username, credential }: TestClient['who']) => ({ username: `9${username}`, credential }),
    ],
    ['without an end', ({ credential }: TestClient['who']) => ({ username: 'someone', credential })],
  ])('with credentials %s gets nothing', (_, change) => {
    const relay = relayInMemory()
    const client = relay.client()

    const answer = client.ask(allocate, change(client.who))

    expect(codeOf(answer)).toBe(401)
    expect(relay.state.table.size).toBe(0)
  })

  test('with credentials that have ended gets nothing', () => {
    const relay = relayInMemory()
    const client = relay.client({ who: relay.credentials(600) })
    client.challenge()
    relay.wait(600_000)

    expect(codeOf(client.ask(allocate))).toBe(401)
  })

  test('refreshes what was opened in time after the credentials have ended, but opens nothing new', () => {
    const relay = relayInMemory()
    const who = relay.credentials(10)
    const client = relay.client({ who })
    client.allocate()
    relay.wait(60_000)

    expect(codeOf(client.refresh())).toBeUndefined()
    expect(codeOf(relay.client({ who }).ask(allocate))).toBe(401)
  })

  test('under another name than the one that opened an allocation cannot touch it', () => {
    const relay = relayInMemory()
    const client = relay.client()
    client.allocate()

    expect(codeOf(client.ask({ ...refresh, attributes: [number(ATTRIBUTE.lifetime, 0)] }, relay.credentials()))).toBe(
      441,
    )
    expect(relay.state.table.size).toBe(1)
  })

  test('with a nonce that is too old is given a new one, and is let in with it', () => {
    const relay = relayInMemory()
    const client = relay.client({ who: relay.credentials(3600) })
    client.challenge()
    relay.wait(602_000)

    const answer = client.ask(allocate)
    client.challenge()

    expect(codeOf(answer)).toBe(438)
    expect(answer && findAttribute(answer, ATTRIBUTE.nonce)).toBeDefined()
    expect(codeOf(client.ask(allocate))).toBeUndefined()
  })

  test.each([
    ['name', ATTRIBUTE.username],
    ['realm', ATTRIBUTE.realm],
    ['nonce', ATTRIBUTE.nonce],
  ])('with a signature but no %s made a bad request', (_, missing) => {
    const relay = relayInMemory()
    const client = relay.client()
    client.challenge()
    const renamed = client.writeSigned(allocate)
    renamed.writeUInt16BE(0x8000 | missing, renamed.indexOf(Buffer.from([0, missing, 0]), 20))

    expect(codeOf(client.answerTo(renamed))).toBe(400)
  })
})

describe('an allocation', () => {
  test('is a port of the relay, for five minutes', () => {
    const client = relayInMemory().client({ address: '198.51.100.7', port: 40_123 })

    const answer = client.ask(allocate)

    const relayed = answer && findAttribute(answer, ATTRIBUTE.relayedAddress)
    const at = relayed && readXorAddress(relayed, answer.transactionId)
    const mapped = answer && findAttribute(answer, ATTRIBUTE.xorMappedAddress)
    expect(at?.address).toBe(RELAY_ADDRESS)
    expect(at?.port).toBeGreaterThanOrEqual(49_152)
    expect(mapped && readXorAddress(mapped, answer.transactionId)).toEqual({ address: '198.51.100.7', port: 40_123 })
    expect(answer && readNumber(findAttribute(answer, ATTRIBUTE.lifetime))).toBe(300)
  })

  test.each([
    ['nothing said', undefined, 300],
    ['less', 60, 60],
    ['more than there is', 3600, 300],
    ['no time at all', 0, 300],
  ])('lasts, with %s about its lifetime, %s → %i seconds', (_, wanted, granted) => {
    const client = relayInMemory().client()
    const attributes = [UDP_TRANSPORT, ...(wanted === undefined ? [] : [number(ATTRIBUTE.lifetime, wanted)])]

    const answer = client.ask({ method: METHOD.allocate, attributes })

    expect(answer && readNumber(findAttribute(answer, ATTRIBUTE.lifetime))).toBe(granted)
  })

  const reservation = attribute(ATTRIBUTE.reservationToken, '0102030405060708')
  const ipv4 = attribute(ATTRIBUTE.requestedAddressFamily, '01000000')
  const ipv6 = attribute(ATTRIBUTE.requestedAddressFamily, '02000000')
  const dontFragment = attribute(0x001a, '')

  test.each([
    ['without a transport', [], 400],
    ['with half a transport', [attribute(ATTRIBUTE.requestedTransport, '11')], 400],
    ['over TCP to the peer', [attribute(ATTRIBUTE.requestedTransport, '06000000')], 442],
    ['over IPv4, said aloud', [UDP_TRANSPORT, ipv4], undefined],
    ['over IPv6', [UDP_TRANSPORT, ipv6], 440],
    ['at an even port', [UDP_TRANSPORT, attribute(ATTRIBUTE.evenPort, '00')], undefined],
    ['at an even port and the next one kept', [UDP_TRANSPORT, attribute(ATTRIBUTE.evenPort, '80')], 508],
    ['at a port that was kept', [UDP_TRANSPORT, reservation], 508],
    ['at a port that was kept, and even', [UDP_TRANSPORT, reservation, attribute(ATTRIBUTE.evenPort, '00')], 400],
    ['at a port that was kept, of a family', [UDP_TRANSPORT, reservation, ipv4], 400],
    ['that never fragments, which Node cannot promise', [UDP_TRANSPORT, dontFragment], 420],
    ['with something unknown that must be understood', [UDP_TRANSPORT, attribute(0x7abc, '')], 420],
    ['with something unknown that need not be', [UDP_TRANSPORT, attribute(0xfabc, '')], undefined],
  ])('asked for %s', (_, attributes, code) => {
    const client = relayInMemory().client()

    expect(codeOf(client.ask({ method: METHOD.allocate, attributes }))).toBe(code)
  })

  test('at an even port has one', () => {
    const relay = relayInMemory()
    const ports = Array.from({ length: 20 }, () => relay.client().allocate([attribute(ATTRIBUTE.evenPort, '00')]).port)

    expect(ports.filter((port) => port % 2)).toEqual([])
  })

  test('[TR8] asked for twice by the same transaction is the same one', () => {
    const relay = relayInMemory()
    const client = relay.client()
    const transactionId = randomBytes(12)

    const first = client.ask({ ...allocate, transactionId })
    const again = client.ask({ ...allocate, transactionId })

    expect(again?.bytes).toEqual(first?.bytes)
    expect(relay.state.table.size).toBe(1)
  })

  test('is one per client: a second one is a mismatch', () => {
    const relay = relayInMemory()
    const client = relay.client()
    client.allocate()

    expect(codeOf(client.ask(allocate))).toBe(437)
    expect(relay.state.table.size).toBe(1)
  })

  test('is refreshed for as long as was asked, and released by asking for nothing', () => {
    const relay = relayInMemory()
    const client = relay.client()
    client.allocate()

    const shorter = client.refresh(60)
    const released = client.refresh(0)

    expect(shorter && readNumber(findAttribute(shorter, ATTRIBUTE.lifetime))).toBe(60)
    expect(released && readNumber(findAttribute(released, ATTRIBUTE.lifetime))).toBe(0)
    expect(relay.state.table.size).toBe(0)
  })

  test('of IPv4 is not refreshed as one of IPv6', () => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.ask({ ...refresh, attributes: [ipv6] }))).toBe(443)
  })
})

describe('without an allocation', () => {
  test.each([
    ['a refresh', refresh],
    ['a permission', { method: METHOD.createPermission, peers: [peer] }],
    [
      'a channel',
      { method: METHOD.channelBind, attributes: [number(ATTRIBUTE.channelNumber, 0x40000000)], peers: [peer] },
    ],
  ])('%s is a mismatch', (_, question) => {
    expect(codeOf(relayInMemory().client().ask(question))).toBe(437)
  })
})

describe('a channel', () => {
  test.each([
    ['0x4000', 0x4000, undefined],
    ['0x4fff, the last of RFC 8656', 0x4fff, undefined],
    ['0x7fff, the last of RFC 5766', 0x7fff, undefined],
    ['0x3fff', 0x3fff, 400],
    ['0x8000', 0x8000, 400],
  ])('with the number %s', (_, channel, code) => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.bind(channel, peer))).toBe(code)
  })

  test('keeps its peer, and its peer keeps it', () => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.bind(0x4000, peer))).toBeUndefined()
    expect(codeOf(client.bind(0x4000, peer))).toBeUndefined()
    expect(codeOf(client.bind(0x4000, { ...peer, port: 50_001 }))).toBe(400)
    expect(codeOf(client.bind(0x4001, peer))).toBe(400)
    expect(codeOf(client.bind(0x4001, { ...peer, port: 50_001 }))).toBeUndefined()
  })

  test('can be bound to another peer when it is over', () => {
    const relay = relayInMemory({ limits: { lifetimeSeconds: 3600, nonceSeconds: 3600 } })
    const client = relay.client()
    client.allocate([number(ATTRIBUTE.lifetime, 3600)])
    client.bind(0x4000, peer)
    relay.wait(600_000)

    expect(codeOf(client.bind(0x4000, { ...peer, port: 50_001 }))).toBeUndefined()
  })

  test.each([
    ['a number', { peers: [peer] }],
    ['a peer', { attributes: [number(ATTRIBUTE.channelNumber, 0x40000000)] }],
  ])('without %s is a bad request', (_, rest) => {
    const client = relayInMemory().client()
    client.allocate()

    expect(codeOf(client.ask({ method: METHOD.channelBind, ...rest }))).toBe(400)
  })
})

test('a permission for nobody is a bad request', () => {
  const client = relayInMemory().client()
  client.allocate()

  expect(codeOf(client.permit())).toBe(400)
})

describe('[TR7] no answer is given to', () => {
  const client = relayInMemory().client()
  client.challenge()
  const signed = client.writeSigned(allocate)
  const withType = (type: number) => {
    const copy = Buffer.from(signed)
    copy.writeUInt16BE(type, 0)
    return copy
  }

  test.each([
    ['a method that we do not know', client.write({ method: 0x00a })],
    ['an answer', withType(0x0103)],
    ['a refusal', withType(0x0113)],
    ['an indication that is none', withType(0x0013)],
    ['a request that is longer than any', client.write({ ...allocate, attributes: [text(0x8022, 'x'.repeat(1500))] })],
    ['noise', randomBytes(64)],
    ['an empty datagram', Buffer.alloc(0)],
  ])('%s', (_, bytes) => {
    const relay = relayInMemory()
    const other = relay.client()

    expect(other.answerTo(bytes)).toBeUndefined()
    expect(relay.state.table.size).toBe(0)
  })

  test('a request with a wrong fingerprint', () => {
    const marked = Buffer.concat([client.write(allocate), Buffer.from('8028000412345678', 'hex')])
    marked.writeUInt16BE(marked.length - 20, 2)

    expect(relayInMemory().client().answerTo(marked)).toBeUndefined()
  })
})
