import { describe, expect, test } from 'vitest'
import { ATTRIBUTE, readXorAddress, text, xorAddress } from './attributes.ts'
import { addFingerprint, isSignedWith, isSound, longTermKey, sign } from './integrity.ts'
import { findAttribute, METHOD, readMessage, type StunMessage, writeMessage } from './stun-message.ts'
import {
  IPV4_RESPONSE,
  IPV6_RESPONSE,
  LONG_TERM_REQUEST,
  SAMPLE_REQUEST,
  SHORT_TERM_PASSWORD,
} from './testing/rfc5769-vectors.ts'

const SOFTWARE = 0x8022
const SIGNATURE = 24
const FINGERPRINT = 8
const shortTermKey = Buffer.from(SHORT_TERM_PASSWORD)

function read(bytes: Buffer): StunMessage {
  const message = readMessage(bytes)
  if (!message) throw new Error('it should be readable')
  return message
}

describe('the vectors of RFC 5769', () => {
  test('2.1: a request is read, its signature and its fingerprint are right', () => {
    const message = read(SAMPLE_REQUEST)

    expect([message.messageClass, message.method]).toEqual(['request', METHOD.binding])
    expect(findAttribute(message, SOFTWARE)?.toString()).toBe('STUN test client')
    expect(findAttribute(message, ATTRIBUTE.username)?.toString()).toBe('evtj:h6vY')
    expect(isSignedWith(shortTermKey, message)).toBe(true)
    expect(isSound(message)).toBe(true)
  })

  test.each([
    ['2.2: an IPv4 address', IPV4_RESPONSE, '192.0.2.1'],
    ['2.3: an IPv6 address', IPV6_RESPONSE, '2001:db8:1234:5678:11:2233:4455:6677'],
  ])('%s is read and written the same', (_, bytes, address) => {
    const message = read(bytes)
    const value = findAttribute(message, ATTRIBUTE.xorMappedAddress) ?? Buffer.alloc(0)

    const mapped = readXorAddress(value, message.transactionId)

    expect(message.messageClass).toBe('success')
    expect(mapped).toEqual({ address, port: 32853 })
    expect(xorAddress(ATTRIBUTE.xorMappedAddress, { address, port: 32853 }, message.transactionId).value).toEqual(value)
    expect(isSignedWith(shortTermKey, message)).toBe(true)
    expect(isSound(message)).toBe(true)
  })

  test('2.4: a request under long-term credentials is read, and written byte for byte', () => {
    const key = longTermKey('マトリックス', 'example.org', 'TheMatrIX')
    const message = read(LONG_TERM_REQUEST)
    const { transactionId } = message

    const written = writeMessage({
      messageClass: 'request',
      method: METHOD.binding,
      transactionId,
      attributes: [
        text(ATTRIBUTE.username, 'マトリックス'),
        text(ATTRIBUTE.nonce, 'f//499k954d6OL34oL9FSTvy64sA'),
        text(ATTRIBUTE.realm, 'example.org'),
      ],
    })

    expect(isSignedWith(key, message)).toBe(true)
    expect(isSignedWith(longTermKey('マトリックス', 'example.org', 'theMatrIX'), message)).toBe(false)
    expect(sign(key, written)).toEqual(LONG_TERM_REQUEST)
  })

  test.each([
    ['2.1', SAMPLE_REQUEST],
    ['2.2', IPV4_RESPONSE],
    ['2.3', IPV6_RESPONSE],
  ])('%s: signature and fingerprint are written byte for byte', (_, bytes) => {
    const unsigned = bytes.subarray(0, bytes.length - SIGNATURE - FINGERPRINT)

    expect(addFingerprint(sign(shortTermKey, unsigned))).toEqual(bytes)
  })

  test('a changed byte is noticed, wherever it is', () => {
    const unnoticed = [...SAMPLE_REQUEST.keys()].filter((at) => {
      const changed = Buffer.from(SAMPLE_REQUEST)
      changed[at] = (changed[at] ?? 0) ^ 0x04
      const message = readMessage(changed)
      return message?.fingerprintAt && isSignedWith(shortTermKey, message) && isSound(message)
    })

    expect(unnoticed).toEqual([])
  })
})

describe('a message', () => {
  const transactionId = Buffer.from('twelve bytes')
  const classes = ['request', 'indication', 'success', 'error'] as const

  test.each(classes.flatMap((messageClass) => Object.values(METHOD).map((method) => ({ messageClass, method }))))(
    'of class $messageClass and method $method comes back as it was written',
    ({ messageClass, method }) => {
      const attributes = [0, 1, 2, 3, 4, 5].map((length) => ({ type: 0x8000 + length, value: Buffer.alloc(length, 7) }))

      const message = read(writeMessage({ messageClass, method, transactionId, attributes }))

      expect(message).toMatchObject({ messageClass, method, transactionId, attributes })
    },
  )

  test('[TR1] what was added behind its signature is not believed', () => {
    const key = Buffer.from('key')
    const signed = sign(
      key,
      writeMessage({
        messageClass: 'request',
        method: METHOD.refresh,
        transactionId,
        attributes: [text(ATTRIBUTE.username, 'right')],
      }),
    )
    const added = Buffer.concat([signed, Buffer.from('0016000404040404', 'hex')])
    added.writeUInt16BE(added.length - 20, 2)

    const message = read(added)

    expect(isSignedWith(key, message)).toBe(true)
    expect(message.attributes.map(({ type }) => type)).toEqual([ATTRIBUTE.username])
  })

  const bytes = writeMessage({
    messageClass: 'request',
    method: METHOD.allocate,
    transactionId,
    attributes: [text(ATTRIBUTE.username, 'someone')],
  })
  const changed = (at: number, byte: number) => {
    const copy = Buffer.from(bytes)
    copy[at] = byte
    return copy
  }

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['half a header', bytes.subarray(0, 19)],
    ['another cookie', changed(4, 0x22)],
    ['the bits of ChannelData', changed(0, 0x40)],
    ['the bits of something else', changed(0, 0x80)],
    ['fewer bytes than it says', bytes.subarray(0, -4)],
    ['more bytes than it says', Buffer.concat([bytes, Buffer.alloc(4)])],
    ['a length that is not a multiple of four', changed(3, 11).subarray(0, -1)],
    ['an attribute that is longer than the message', changed(23, 9)],
    [
      'an attribute behind the fingerprint',
      (() => {
        const marked = Buffer.concat([addFingerprint(bytes), Buffer.from('8022000000000000', 'hex')])
        marked.writeUInt16BE(marked.length - 20, 2)
        return marked
      })(),
    ],
  ])('[TR7] with %s is not one', (_, broken) => {
    expect(readMessage(broken)).toBeUndefined()
  })
})
