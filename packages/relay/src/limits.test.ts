import { describe, expect, test } from 'vitest'
import { createPerSecond } from './per-second.ts'
import { METHOD } from './stun-message.ts'
import {
  channelData,
  codeOf,
  RELAY_ADDRESS,
  relayInMemory,
  talkBetween,
  UDP_TRANSPORT,
} from './testing/relay-in-memory.ts'

const allocate = { method: METHOD.allocate, attributes: [UDP_TRANSPORT] }

describe('[TR6] allocations are limited', () => {
  test('for one name, and released ones count no more', () => {
    const relay = relayInMemory({ limits: { allocationsPerUsername: 2 } })
    const who = relay.credentials()
    const [first, second, third] = [relay.client({ who }), relay.client({ who }), relay.client({ who })]
    first.allocate()
    second.allocate()

    expect(codeOf(third.ask(allocate))).toBe(486)
    first.refresh(0)
    expect(codeOf(third.ask(allocate))).toBeUndefined()
  })

  test('for one address, whatever the names', () => {
    const relay = relayInMemory({ limits: { allocationsPerAddress: 2 } })
    relay.client().allocate()
    relay.client().allocate()

    expect(codeOf(relay.client().ask(allocate))).toBe(486)
    expect(codeOf(relay.client({ address: '198.51.100.8' }).ask(allocate))).toBeUndefined()
  })

  test('for everybody together', () => {
    const relay = relayInMemory({ limits: { allocations: 2 } })
    relay.client({ address: '198.51.100.1' }).allocate()
    relay.client({ address: '198.51.100.2' }).allocate()

    expect(codeOf(relay.client({ address: '198.51.100.3' }).ask(allocate))).toBe(508)
  })

  test('and so are the channels of one', () => {
    const relay = relayInMemory({ limits: { channelsPerAllocation: 2 } })
    const client = relay.client()
    client.allocate()
    const bind = (n: number) => codeOf(client.bind(0x4000 + n, { address: RELAY_ADDRESS, port: 50_000 + n }))

    expect([bind(0), bind(1), bind(2), bind(0)]).toEqual([undefined, undefined, 508, undefined])
  })
})

describe('[TR6] what one side may send', () => {
  function talk(bytesPerSecond: number) {
    const relay = relayInMemory({ limits: { bytesPerSecond } })
    const [one, other] = [relay.client(), relay.client()]
    const { oneAt, otherAt } = talkBetween(one, other)
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)
    return { relay, one, other, otherAt }
  }

  test('is one second of bytes at once, and then so many a second', () => {
    const { relay, one, other } = talk(1000)
    for (let i = 0; i < 20; i++) one.sendOn(0x4001, 'x'.repeat(100))
    const atOnce = other.heard.length
    relay.wait(500)
    for (let i = 0; i < 20; i++) one.sendOn(0x4001, 'x'.repeat(100))

    expect(atOnce).toBe(10)
    expect(other.heard).toHaveLength(15)
    expect(relay.state.counts.droppedOverRate).toBe(25)
  })

  test('does not gather while nobody speaks', () => {
    const { relay, one, other } = talk(1000)
    relay.wait(60_000)
    for (let i = 0; i < 20; i++) one.sendOn(0x4001, 'x'.repeat(100))

    expect(other.heard).toHaveLength(10)
  })

  test('is the same by indication', () => {
    const { one, other, otherAt } = talk(1000)
    for (let i = 0; i < 20; i++) one.send(otherAt, 'x'.repeat(100))

    expect(other.heard).toHaveLength(10)
  })

  test('is not taken from what somebody else may send to the same one', () => {
    const relay = relayInMemory({ limits: { bytesPerSecond: 1000 } })
    const [one, third, other] = [relay.client(), relay.client(), relay.client()]
    const { otherAt } = talkBetween(one, other)
    third.allocate()
    third.permit(otherAt)
    for (let i = 0; i < 20; i++) one.send(otherAt, 'x'.repeat(100))
    for (let i = 0; i < 20; i++) third.send(otherAt, 'x'.repeat(100))

    expect(other.heard).toHaveLength(20)
  })

  test('is not taken from what the other may', () => {
    const { one, other } = talk(1000)
    for (let i = 0; i < 20; i++) one.sendOn(0x4001, 'x'.repeat(100))
    other.sendOn(0x4002, 'hello')

    expect(one.heard).toEqual([channelData(0x4001, 'hello')])
  })

  test('lets a picture of 800 kbit/s and sound through for as long as they last', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const { oneAt, otherAt } = talkBetween(one, other)
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)
    for (let i = 0; i < 120_000 / 10; i++) {
      relay.wait(10)
      one.sendOn(0x4001, 'x'.repeat(1100))
    }

    expect(relay.state.counts).toMatchObject({ droppedOverRate: 0, carriedMessages: 12_000 })
  })
})

describe('[TR6] requests are limited', () => {
  test('for one address in one second, when their signatures must be checked', () => {
    const relay = relayInMemory({ limits: { requestsPerSecond: 10 } })
    const client = relay.client()
    client.allocate()
    const peer = { address: RELAY_ADDRESS, port: 50_000 }
    const answers = Array.from({ length: 20 }, () => codeOf(client.permit(peer)))
    relay.wait(1000)

    expect(answers.filter((code) => code === undefined)).toHaveLength(9)
    expect(relay.state.counts.unanswered).toBe(11)
    expect(codeOf(client.permit(peer))).toBeUndefined()
  })

  test('so that nobody can guess at credentials quickly', () => {
    const relay = relayInMemory({ limits: { requestsPerSecond: 10, strangersPerSecond: 1000 } })
    const client = relay.client()
    const guess = { ...relay.credentials(), credential: 'a guess' }
    const answers = Array.from({ length: 20 }, () => codeOf(client.ask(allocate, guess)))

    expect(answers.filter((code) => code === 401)).toHaveLength(10)
  })

  test('by a forger in somebody’s name, and that person still gets through', () => {
    const relay = relayInMemory()
    const helper = relay.client()
    helper.challenge()
    const forged = relay.client()
    for (let i = 0; i < 1000; i++) forged.answerTo(forged.write(allocate))

    expect(codeOf(helper.ask(allocate))).toBeUndefined()
  })
})

test('[TR6] many invented names cannot fill the memory of those who count', () => {
  const perSecond = createPerSecond(1)
  const taken = Array.from({ length: 20_000 }, (_, i) => perSecond.take(`name ${i}`, 1000)).filter(Boolean)

  expect(taken).toHaveLength(10_000)
  expect(perSecond.take('name 1', 1000)).toBe(false)
  expect(perSecond.take('name 15000', 2000)).toBe(true)
})

test('[TR10] media for a reader that is too slow is dropped, and counted', () => {
  const relay = relayInMemory()
  let isReading = true
  const [one, other] = [relay.client(), relay.client({ accepts: () => isReading })]
  const { otherAt } = talkBetween(one, other)
  one.send(otherAt, 'heard')
  isReading = false
  one.send(otherAt, 'late')
  isReading = true
  one.send(otherAt, 'heard again')

  expect(other.heard).toHaveLength(2)
  expect(relay.state.counts).toMatchObject({ carriedMessages: 2, droppedForSlowReader: 1 })
})
