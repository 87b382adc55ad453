/** What anybody may send: noise, broken messages, rightly signed nonsense. 24,000 from a seed; `RELAY_SEED` chooses another. */
import { beforeEach, describe, expect, test } from 'vitest'
import { STRANGERS_ANSWER_MAX } from './answer-request.ts'
import { ATTRIBUTE, number, xorAddress } from './attributes.ts'
import { type Attribute, METHOD, readMessage } from './stun-message.ts'
import { createTcpFrames } from './tcp-frames.ts'
import {
  channelData,
  relayInMemory,
  sendIndication,
  type TestClient,
  talkBetween,
  UDP_TRANSPORT,
} from './testing/relay-in-memory.ts'

const MESSAGES = 8000
const SEED = Number(process.env.RELAY_SEED ?? 20261126)
const methods = [...Object.values(METHOD), 0x00a, 0xfff]
const types = [...Object.values(ATTRIBUTE), 0x0003, 0x001a, 0x001c, 0x8022, 0x802b, 0x7fff]
/** Nothing is refused for being too much here: more is let in, and more can go wrong. */
const limits = {
  strangersPerSecond: 1e6,
  requestsPerSecond: 1e6,
  allocationsPerUsername: 1e6,
  allocationsPerAddress: 1e6,
}

/** A small generator of chance that begins where it is told (mulberry32). */
function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    bytes: (length: number) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}

type Chance = ReturnType<typeof chanceFrom>

function anyAttribute({ below, one, bytes }: Chance): Attribute {
  switch (below(6)) {
    case 0:
      return UDP_TRANSPORT
    case 1:
      return number(ATTRIBUTE.channelNumber, (0x3ff0 + below(0x20)) * 0x10000)
    case 2:
      return xorAddress(
        ATTRIBUTE.peerAddress,
        { address: one(['192.0.2.1', '127.0.0.1', '::1']), port: below(65_536) },
        bytes(12),
      )
    case 3:
      return number(ATTRIBUTE.lifetime, below(1000))
    default:
      return { type: one(types), value: bytes(below(24)) }
  }
}

function anyQuestion(chance: Chance) {
  const attributes = Array.from({ length: chance.below(5) }, () => anyAttribute(chance))
  return { method: chance.one(methods), attributes }
}

function mutated({ below, bytes }: Chance, message: Buffer): Buffer {
  const copy = Buffer.from(message)
  for (let i = 0; i <= below(3); i++) {
    if (copy.length) copy[below(copy.length)] = below(256)
  }
  switch (below(4)) {
    case 0:
      return copy.subarray(0, below(copy.length + 1))
    case 1:
      return Buffer.concat([copy, bytes(below(40))])
    default:
      return copy
  }
}

describe('[TR7] whatever is sent', () => {
  let chance: Chance
  beforeEach(() => {
    chance = chanceFrom(SEED)
  })

  test('[TR1, TR5] by strangers: no exception, no allocation, no long answer', () => {
    const relay = relayInMemory({ realm: 'r'.repeat(32), limits })
    const somebody = relay.client()
    somebody.challenge()
    const stranger = relay.client()
    const write: (() => Buffer)[] = [
      () => chance.bytes(chance.below(200)),
      () => stranger.write(anyQuestion(chance)),
      () => mutated(chance, stranger.write(anyQuestion(chance))),
      // Rightly signed, but the nonce is another client's.
      () => mutated(chance, somebody.writeSigned(anyQuestion(chance))),
      () => mutated(chance, channelData(0x4000 + chance.below(4), chance.bytes(chance.below(50)))),
      () => mutated(chance, sendIndication({ address: '192.0.2.1', port: chance.below(65_536) }, chance.bytes(20))),
    ]
    let longest = 0
    for (let i = 0; i < MESSAGES; i++) {
      relay.wait(chance.below(50))
      const answer = stranger.answerTo(chance.one(write)())
      longest = Math.max(longest, answer?.bytes.length ?? 0)
    }

    expect(longest).toBeGreaterThan(40)
    expect(longest).toBeLessThanOrEqual(STRANGERS_ANSWER_MAX)
    expect(relay.state.table.all()).toEqual([])
    expect(relay.state.counts.allocated).toBe(0)
    expect(somebody.heard).toEqual([])
  })

  test('[TR2, TR4] by somebody with credentials: no exception, every answer can be read, and in the end nothing is left', () => {
    const relay = relayInMemory({ limits })
    let client: TestClient = relay.client()
    client.challenge()
    for (let i = 0; i < MESSAGES; i++) {
      relay.wait(chance.below(2000))
      if (chance.below(20) === 0) {
        client = relay.client()
        client.challenge()
      }
      const signed = client.writeSigned(anyQuestion(chance))
      const answer = client.answerTo(chance.below(3) ? signed : mutated(chance, signed))
      if (answer) expect(readMessage(answer.bytes)).toBeDefined()
    }
    const opened = relay.state.counts.allocated
    relay.wait(300_000)
    relay.state.table.endExpired(relay.clock.now)

    expect(opened).toBeGreaterThan(20)
    expect(relay.state.table.all()).toEqual([])
    expect(relay.state.counts.carriedMessages).toBe(0)
  })

  test('by one side of a talk: the other hears nothing that is not addressed to it, and can read all of it', () => {
    const relay = relayInMemory({ limits: { ...limits, bytesPerSecond: 1e9 } })
    const [one, other, third] = [relay.client(), relay.client({ isStream: true }), relay.client()]
    const { oneAt, otherAt } = talkBetween(one, other)
    third.allocate()
    one.bind(0x4001, otherAt)
    other.bind(0x4002, oneAt)
    other.heard.length = 0
    third.heard.length = 0
    for (let i = 0; i < MESSAGES; i++) {
      const data = chance.bytes(chance.below(60))
      const sent = chance.below(2) ? channelData(0x4000 + chance.below(3), data) : sendIndication(otherAt, data)
      one.tell(chance.below(3) ? mutated(chance, sent) : sent)
    }

    const frames = createTcpFrames(4096).push(Buffer.concat(other.heard))
    expect(other.heard.length).toBeGreaterThan(1000)
    expect(frames).toHaveLength(other.heard.length)
    expect(third.heard).toEqual([])
  })
})
