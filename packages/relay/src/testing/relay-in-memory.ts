/** The whole relay but its sockets, on a clock that the test turns, and clients that speak real bytes to it. */
import { randomBytes } from 'node:crypto'
import { ATTRIBUTE, number, readErrorCode, readXorAddress, text, xorAddress } from '../attributes.ts'
import type { Client } from '../client.ts'
import { hearMessage } from '../hear-message.ts'
import { createImpairments } from '../impairment.ts'
import { longTermKey, sign } from '../integrity.ts'
import type { RelayOptions } from '../relay.ts'
import { type RelayCredentials, relayCredentials } from '../relay-credentials.ts'
import { createRelayState } from '../relay-state.ts'
import { type Attribute, findAttribute, METHOD, readMessage, type StunMessage, writeMessage } from '../stun-message.ts'
import type { TransportAddress } from '../transport-address.ts'

export const SECRET = 'known to the platform and to its relay'
export const RELAY_ADDRESS = '192.0.2.1'
const START = Date.UTC(2026, 10, 26, 14)

export const UDP_TRANSPORT = number(ATTRIBUTE.requestedTransport, 17 * 0x1000000)

export type Question = {
  readonly method: number
  readonly attributes?: readonly Attribute[]
  readonly peers?: readonly TransportAddress[]
  readonly transactionId?: Buffer
}

export type TestClient = ReturnType<ReturnType<typeof relayInMemory>['client']>

export function relayInMemory(options: Partial<RelayOptions> = {}) {
  const clock = { now: START }
  const state = createRelayState({ secret: SECRET, address: RELAY_ADDRESS, ...options })
  const impairments = createImpairments()
  const hear = hearMessage(state, impairments, () => clock.now)
  let last = 0

  function credentials(lifetimeSeconds = 600): RelayCredentials {
    return relayCredentials(SECRET, clock.now, lifetimeSeconds)
  }

  function client({
    address = '198.51.100.7',
    port = 40_000 + ++last,
    isStream = false,
    who = credentials(),
    accepts = () => true,
  }: Partial<Pick<Client, 'address' | 'port' | 'isStream'>> & {
    who?: RelayCredentials
    accepts?: () => boolean
  } = {}) {
    const heard: Buffer[] = []
    const hears = (bytes: Buffer) => void heard.push(Buffer.from(bytes))
    let isEnded = false
    const end: Client = {
      key: `${address} ${port}`,
      address,
      port,
      isStream,
      answer: hears,
      carry(bytes) {
        if (!accepts()) return false
        hears(bytes)
        return true
      },
      end() {
        isEnded = true
      },
    }
    let nonce = ''

    const tell = (bytes: Buffer) => hear(end, Buffer.from(bytes))

    function answerTo(bytes: Buffer): StunMessage | undefined {
      const before = heard.length
      tell(bytes)
      const [answer] = heard.splice(before)
      return answer && readMessage(answer)
    }

    function write({ method, attributes = [], peers = [], transactionId = randomBytes(12) }: Question): Buffer {
      const withPeers = peers.map((peer) => xorAddress(ATTRIBUTE.peerAddress, peer, transactionId))
      const all = [...attributes, ...withPeers]
      return writeMessage({ messageClass: 'request', method, transactionId, attributes: all })
    }

    function writeSigned(question: Question, by = who): Buffer {
      const attributes = [
        ...(question.attributes ?? []),
        text(ATTRIBUTE.username, by.username),
        text(ATTRIBUTE.realm, state.realm),
        text(ATTRIBUTE.nonce, nonce),
      ]
      return sign(longTermKey(by.username, state.realm, by.credential), write({ ...question, attributes }))
    }

    /** Signed, with the nonce of the first challenge. */
    function ask(question: Question, by = who): StunMessage | undefined {
      if (!nonce) challenge()
      return answerTo(writeSigned(question, by))
    }

    function challenge() {
      const answer = answerTo(write({ method: METHOD.allocate, attributes: [UDP_TRANSPORT] }))
      nonce = (answer && findAttribute(answer, ATTRIBUTE.nonce)?.toString()) ?? ''
    }

    function allocate(attributes: readonly Attribute[] = []): TransportAddress {
      const answer = ask({ method: METHOD.allocate, attributes: [UDP_TRANSPORT, ...attributes] })
      const value = answer && findAttribute(answer, ATTRIBUTE.relayedAddress)
      const relayed = answer && value && readXorAddress(value, answer.transactionId)
      if (!relayed) throw new Error(`no allocation: ${answer && codeOf(answer)}`)
      return relayed
    }

    return {
      who,
      heard,
      get isEnded() {
        return isEnded
      },
      tell,
      answerTo,
      write,
      writeSigned,
      ask,
      challenge,
      allocate,
      permit: (...peers: TransportAddress[]) => ask({ method: METHOD.createPermission, peers }),
      bind: (channel: number, peer: TransportAddress) =>
        ask({
          method: METHOD.channelBind,
          attributes: [number(ATTRIBUTE.channelNumber, channel * 0x10000)],
          peers: [peer],
        }),
      refresh: (seconds?: number) =>
        ask({
          method: METHOD.refresh,
          attributes: seconds === undefined ? [] : [number(ATTRIBUTE.lifetime, seconds)],
        }),
      send: (peer: TransportAddress, data: string) => tell(sendIndication(peer, data)),
      sendOn: (channel: number, data: string) => tell(channelData(channel, data)),
    }
  }

  function wait(ms: number) {
    clock.now += ms
  }

  return { state, clock, impairments, credentials, client, wait }
}

/** The code of a refusal; `undefined` for what was granted, and for no answer at all `'nothing'`. */
export function codeOf(answer: StunMessage | undefined): number | 'nothing' | undefined {
  if (!answer) return 'nothing'
  return readErrorCode(findAttribute(answer, ATTRIBUTE.errorCode))
}

export function sendIndication(peer: TransportAddress, data: string | Buffer): Buffer {
  const transactionId = randomBytes(12)
  const attributes = [
    xorAddress(ATTRIBUTE.peerAddress, peer, transactionId),
    { type: ATTRIBUTE.data, value: Buffer.from(data) },
  ]
  return writeMessage({ messageClass: 'indication', method: METHOD.send, transactionId, attributes })
}

export function channelData(channel: number, data: string | Buffer): Buffer {
  const value = Buffer.from(data)
  const header = Buffer.alloc(4)
  header.writeUInt16BE(channel, 0)
  header.writeUInt16BE(value.length, 2)
  return Buffer.concat([header, value])
}

/** What a Data indication carries, and from where. */
export function dataOf(
  bytes: Buffer | undefined,
): { readonly data: string; readonly from: TransportAddress } | undefined {
  const message = bytes && readMessage(bytes)
  const data = message && findAttribute(message, ATTRIBUTE.data)
  const peer = message && findAttribute(message, ATTRIBUTE.peerAddress)
  const from = message && peer && readXorAddress(peer, message.transactionId)
  return data && from ? { data: data.toString(), from } : undefined
}

/** Two allocations that permitted each other. */
export function talkBetween(one: TestClient, other: TestClient) {
  const oneAt = one.allocate()
  const otherAt = other.allocate()
  one.permit(otherAt)
  other.permit(oneAt)
  return { oneAt, otherAt }
}
