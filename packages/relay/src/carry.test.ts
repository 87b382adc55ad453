import { describe, expect, test } from 'vitest'
import { ATTRIBUTE, xorAddress } from './attributes.ts'
import { METHOD, writeMessage } from './stun-message.ts'
import { channelData, dataOf, relayInMemory, sendIndication, talkBetween } from './testing/relay-in-memory.ts'

function talk(options: Parameters<typeof relayInMemory>[0] = {}, { isStream = false } = {}) {
  const relay = relayInMemory(options)
  const [one, other] = [relay.client(), relay.client({ isStream })]
  return { relay, one, other, ...talkBetween(one, other) }
}

describe('what one side sends', () => {
  test('comes to the other with where it came from', () => {
    const { one, other, oneAt, otherAt } = talk()

    one.send(otherAt, 'hello')

    expect(other.heard.map(dataOf)).toEqual([{ data: 'hello', from: oneAt }])
  })

  test('comes on the other side’s own channel when there is one', () => {
    const { one, other, oneAt, otherAt } = talk()
    other.bind(0x4abc, oneAt)
    one.bind(0x4001, otherAt)

    one.sendOn(0x4001, 'by channel')
    one.send(otherAt, 'by indication')

    expect(other.heard[0]).toEqual(channelData(0x4abc, 'by channel'))
    expect(other.heard[1]?.subarray(0, 17)).toEqual(channelData(0x4abc, 'by indication'))
  })

  test('on a channel comes as data to a side that has none', () => {
    const { one, other, oneAt, otherAt } = talk()
    one.bind(0x4001, otherAt)

    one.sendOn(0x4001, 'hello')

    expect(other.heard.map(dataOf)).toEqual([{ data: 'hello', from: oneAt }])
  })

  test.each(['', 'a', 'ab', 'abc', 'abcd', 'x'.repeat(1200)])('is padded on a stream and not on UDP: «%s»', (data) => {
    const streamed = talk({}, { isStream: true })
    streamed.one.bind(0x4001, streamed.otherAt)
    streamed.other.bind(0x4002, streamed.oneAt)
    const plain = talk()
    plain.one.bind(0x4001, plain.otherAt)
    plain.other.bind(0x4002, plain.oneAt)

    streamed.one.sendOn(0x4001, data)
    plain.one.sendOn(0x4001, data)

    const bytes = channelData(0x4002, data)
    expect(streamed.other.heard).toEqual([Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])])
    expect(plain.other.heard).toEqual([bytes])
  })

  test('loses what was behind it in its datagram', () => {
    const { one, other, oneAt, otherAt } = talk()
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)

    one.tell(Buffer.concat([channelData(0x4001, 'hello'), Buffer.from('padding and more')]))

    expect(other.heard).toEqual([channelData(0x4002, 'hello')])
  })

  test('comes back the same way', () => {
    const { one, other, oneAt, otherAt } = talk()
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)

    other.sendOn(0x4002, 'and hello')

    expect(one.heard).toEqual([channelData(0x4001, 'and hello')])
  })
})

describe('[TR3] nothing passes', () => {
  test('to a side that permitted nobody', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    one.allocate()
    const otherAt = other.allocate()
    one.permit(otherAt)
    one.bind(0x4001, otherAt)

    one.send(otherAt, 'hello')
    one.sendOn(0x4001, 'hello')

    expect(other.heard).toEqual([])
    expect(relay.state.counts.droppedUnpermitted).toBe(2)
  })

  test('from a side that permitted nobody', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const oneAt = one.allocate()
    const otherAt = other.allocate()
    other.permit(oneAt)

    one.send(otherAt, 'hello')

    expect(other.heard).toEqual([])
  })

  test('on a channel that was not bound', () => {
    const { one, other } = talk()

    one.sendOn(0x4001, 'hello')

    expect(other.heard).toEqual([])
  })

  test('from somebody without an allocation', () => {
    const { relay, other, otherAt } = talk()
    const stranger = relay.client()

    stranger.send(otherAt, 'hello')
    stranger.sendOn(0x4001, 'hello')

    expect(other.heard).toEqual([])
  })

  test('after five minutes without a new permission', () => {
    const { relay, one, other, oneAt, otherAt } = talk({ limits: { lifetimeSeconds: 3600 } })
    one.bind(0x4001, otherAt)
    relay.wait(299_999)
    one.send(otherAt, 'in time')
    relay.wait(1)
    one.send(otherAt, 'late')
    one.sendOn(0x4001, 'late')
    other.permit(oneAt)
    one.sendOn(0x4001, 'permitted again')

    expect(other.heard.map((bytes) => dataOf(bytes)?.data)).toEqual(['in time', 'permitted again'])
  })

  test('on a channel after ten minutes', () => {
    const { relay, one, other, oneAt, otherAt } = talk({ limits: { lifetimeSeconds: 3600, nonceSeconds: 3600 } })
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)
    for (const client of [one, other]) client.refresh(3600)
    relay.wait(299_000)
    other.permit(oneAt)
    relay.wait(299_000)
    other.permit(oneAt)
    relay.wait(1999)
    one.sendOn(0x4001, 'in time')
    relay.wait(1)
    one.sendOn(0x4001, 'late')

    expect(other.heard).toEqual([channelData(0x4002, 'in time')])
  })

  test('to a side whose allocation is over, nor to whoever gets its port', () => {
    const { relay, one, other, otherAt } = talk()
    one.bind(0x4001, otherAt)
    other.refresh(0)
    one.sendOn(0x4001, 'hello')

    expect(other.heard).toEqual([])
    expect(relay.state.counts.carriedMessages).toBe(0)
  })
})

describe('[TR7] it is dropped without a word', () => {
  const transactionId = Buffer.alloc(12)
  const data = { type: ATTRIBUTE.data, value: Buffer.from('hello') }

  test.each([
    ['ChannelData that is shorter than it says', () => channelData(0x4001, 'hello').subarray(0, 8)],
    ['ChannelData without a length', () => Buffer.from([0x40, 0x01, 0x00])],
    [
      'an indication without a peer',
      () => writeMessage({ messageClass: 'indication', method: METHOD.send, transactionId, attributes: [data] }),
    ],
    [
      'an indication that is shorter than it says',
      () => sendIndication({ address: '192.0.2.1', port: 1 }, 'hello').subarray(0, -4),
    ],
    [
      'an indication with more data than there is',
      () => {
        const bytes = sendIndication({ address: '192.0.2.1', port: 1 }, 'hello')
        bytes.writeUInt16BE(9, bytes.length - 10)
        return bytes
      },
    ],
  ])('%s', (_, write) => {
    const { relay, one, other, otherAt } = talk()
    one.bind(0x4001, otherAt)

    one.tell(write())

    expect([...other.heard, ...one.heard]).toEqual([])
    expect(relay.state.counts.unreadable).toBe(1)
  })

  test.each([
    ['without data', []],
    ['that must not be fragmented, which Node cannot promise', [data, { type: 0x001a, value: Buffer.alloc(0) }]],
    ['with something that must be understood and is not', [data, { type: 0x7abc, value: Buffer.alloc(0) }]],
  ])('an indication %s', (_, attributes) => {
    const { one, other, otherAt } = talk()
    const peer = xorAddress(ATTRIBUTE.peerAddress, otherAt, transactionId)

    one.tell(
      writeMessage({
        messageClass: 'indication',
        method: METHOD.send,
        transactionId,
        attributes: [peer, ...attributes],
      }),
    )

    expect([...other.heard, ...one.heard]).toEqual([])
  })
})
