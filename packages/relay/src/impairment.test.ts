import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createImpairments } from './impairment.ts'
import { METHOD } from './stun-message.ts'
import { codeOf, relayInMemory, talkBetween, UDP_TRANSPORT } from './testing/relay-in-memory.ts'

describe('for tests, a relay', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function talk() {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    return { relay, one, other, ...talkBetween(one, other) }
  }

  test('loses a part of the media', () => {
    let turn = 0
    const impairments = createImpairments(() => (turn++ % 10) / 10)
    impairments.set({ drop: 0.3 })

    const fates = Array.from({ length: 100 }, () => impairments.fate('one', 'one'))

    expect(fates.filter((fate) => fate === undefined).length).toBeGreaterThan(20)
    expect(fates.filter((fate) => fate === 0).length).toBeGreaterThan(40)
  })

  test('loses all media of one side, both ways, and nothing else', () => {
    const { relay, one, other, oneAt, otherAt } = talk()
    relay.impairments.set({ drop: 1 }, one.who.username)
    one.send(otherAt, 'lost')
    other.send(oneAt, 'lost')
    const answer = one.refresh()
    relay.impairments.set(undefined, one.who.username)
    one.send(otherAt, 'heard')

    expect([one.heard.length, other.heard.length]).toEqual([0, 1])
    expect(codeOf(answer)).toBeUndefined()
  })

  test('delays media, and loses what was under way to an allocation that ended', () => {
    const { relay, one, other, oneAt, otherAt } = talk()
    relay.impairments.set({ delayMs: 50 })
    one.send(otherAt, 'late')
    const atOnce = other.heard.length
    vi.advanceTimersByTime(50)
    const later = other.heard.length
    other.send(oneAt, 'too late')
    one.refresh(0)
    vi.advanceTimersByTime(50)

    expect([atOnce, later, one.heard.length]).toEqual([0, 1, 0])
  })

  test('is silent to everybody, as if it had been killed', () => {
    const { relay, one, other, otherAt } = talk()
    relay.impairments.set({ silent: true })
    one.send(otherAt, 'hello')
    const answers = [one.refresh(), relay.client().answerTo(one.write({ method: METHOD.binding }))]
    relay.impairments.set(undefined)

    expect(other.heard).toEqual([])
    expect(answers).toEqual([undefined, undefined])
    expect(codeOf(one.refresh())).toBeUndefined()
  })

  test('is silent to one name only', () => {
    const { relay, one, other, oneAt } = talk()
    const late = relay.client({ who: one.who })
    late.challenge()
    relay.impairments.set({ silent: true }, one.who.username)
    other.send(oneAt, 'hello')

    expect(one.heard).toEqual([])
    expect(one.refresh()).toBeUndefined()
    expect(one.answerTo(one.write({ method: METHOD.binding }))).toBeUndefined()
    expect(late.ask({ method: METHOD.allocate, attributes: [UDP_TRANSPORT] })).toBeUndefined()
    expect(codeOf(other.refresh())).toBeUndefined()
  })
})
