import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { STRANGERS_ANSWER_MAX } from './answer-request.ts'
import { addFingerprint } from './integrity.ts'
import { type Attribute, METHOD } from './stun-message.ts'
import { relayInMemory, UDP_TRANSPORT } from './testing/relay-in-memory.ts'

const longestRealm = 'r'.repeat(32)
const manyUnknown: Attribute[] = Array.from({ length: 300 }, (_, i) => ({ type: 0x7000 + i, value: Buffer.alloc(0) }))

describe('[TR5] a stranger', () => {
  test.each([
    ['an allocation', METHOD.allocate, [UDP_TRANSPORT]],
    ['an allocation with many unknown attributes', METHOD.allocate, manyUnknown],
    ['a refresh', METHOD.refresh, []],
    ['a permission', METHOD.createPermission, []],
    ['a channel', METHOD.channelBind, []],
    ['a binding', METHOD.binding, []],
    ['a binding with many unknown attributes', METHOD.binding, manyUnknown],
  ])('who asks for %s gets at most 108 bytes', (_, method, attributes) => {
    const client = relayInMemory({ realm: longestRealm }).client({ address: '2001:db8::1' })

    const plain = client.answerTo(client.write({ method, attributes }))
    const marked = client.answerTo(addFingerprint(client.write({ method, attributes })))

    expect(plain?.bytes.length).toBeGreaterThan(0)
    expect(plain?.bytes.length).toBeLessThanOrEqual(STRANGERS_ANSWER_MAX)
    expect(marked?.bytes.length).toBeLessThanOrEqual(STRANGERS_ANSWER_MAX)
  })

  test('with our own realm gets, with the headers of UDP, at most twice and a bit of what was sent', () => {
    const headers = 28
    const client = relayInMemory().client()
    const asked = client.write({ method: METHOD.allocate })

    const answer = client.answerTo(asked)

    expect(((answer?.bytes.length ?? 0) + headers) / (asked.length + headers)).toBeLessThan(2.2)
  })

  test('is answered 40 times a second, and the next second again', () => {
    const relay = relayInMemory()
    const client = relay.client()
    const askOften = () =>
      Array.from({ length: 100 }, () => client.answerTo(client.write({ method: METHOD.binding }))).filter(Boolean)
        .length

    const counts = [askOften(), askOften()]
    relay.wait(1000)

    expect([...counts, askOften()]).toEqual([40, 0, 40])
    expect(relay.state.counts.unanswered).toBe(220)
  })

  test('who takes another port is counted as the same', () => {
    const relay = relayInMemory()
    const answers = Array.from({ length: 100 }, () => {
      const client = relay.client()
      return client.answerTo(client.write({ method: METHOD.allocate, attributes: [UDP_TRANSPORT] }))
    })

    expect(answers.filter(Boolean)).toHaveLength(40)
  })

  test('leaves nothing behind', () => {
    const relay = relayInMemory()
    for (let i = 0; i < 50; i++) {
      const client = relay.client()
      client.answerTo(client.write({ method: METHOD.allocate, attributes: [UDP_TRANSPORT] }))
      client.tell(randomBytes(100))
    }

    expect(relay.state.table.all()).toEqual([])
  })
})
