import { describe, expect, test } from 'vitest'
import { ATTRIBUTE, text } from './attributes.ts'
import { METHOD, writeMessage } from './stun-message.ts'
import { createTcpFrames } from './tcp-frames.ts'
import { channelData } from './testing/relay-in-memory.ts'

const padTo4 = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
const messages = [
  writeMessage({ messageClass: 'request', method: METHOD.binding, transactionId: Buffer.alloc(12), attributes: [] }),
  padTo4(channelData(0x4000, 'hello')),
  padTo4(channelData(0x7fff, '')),
  writeMessage({
    messageClass: 'request',
    method: METHOD.allocate,
    transactionId: Buffer.alloc(12, 1),
    attributes: [text(ATTRIBUTE.username, 'someone')],
  }),
  padTo4(channelData(0x4001, 'a picture')),
]
const stream = Buffer.concat(messages)

describe('a stream is cut into its messages', () => {
  test('when all come at once', () => {
    expect(createTcpFrames(4096).push(stream)).toEqual(messages)
  })

  test('when each byte comes by itself', () => {
    const frames = createTcpFrames(4096)

    expect([...stream].flatMap((byte) => frames.push(Buffer.from([byte])) ?? [])).toEqual(messages)
  })

  test.each([...stream.keys()])('when it is split in front of byte %i', (at) => {
    const frames = createTcpFrames(4096)

    const heard = [...(frames.push(stream.subarray(0, at)) ?? []), ...(frames.push(stream.subarray(at)) ?? [])]

    expect(heard).toEqual(messages)
  })
})

test.each([
  ['neither STUN nor ChannelData', Buffer.from([0x80, 0, 0, 0])],
  ['a message longer than it may be', Buffer.from([0x40, 0, 0x10, 0x01])],
])('[TR6, TR7] a stream with %s is refused', (_, bytes) => {
  expect(createTcpFrames(4096).push(Buffer.from(bytes))).toBeUndefined()
})

test('[TR6] what waits to become whole is never longer than one message', () => {
  const frames = createTcpFrames(4096)

  expect(frames.push(Buffer.from([0x40, 0, 0x0f, 0xfc, ...Buffer.alloc(4091)]))).toEqual([])
  expect(frames.push(Buffer.alloc(1))).toHaveLength(1)
  expect(frames.push(Buffer.from([0x00, 1, 0xff, 0xfc]))).toBeUndefined()
})
