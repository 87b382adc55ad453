import { describe, expect, test } from 'vitest'
import { codeOf, relayInMemory, talkBetween } from './testing/relay-in-memory.ts'

describe('[TR4] an allocation', () => {
  test('of a client that was killed is gone after its lifetime, and not before', () => {
    const relay = relayInMemory()
    relay.client().allocate()
    relay.wait(299_999)
    const before = relay.state.table.endExpired(relay.clock.now).length
    relay.wait(1)
    const after = relay.state.table.endExpired(relay.clock.now).length

    expect([before, after, relay.state.table.size]).toEqual([0, 1, 0])
  })

  test('that is over carries nothing, even when nobody has swept yet', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const { otherAt } = talkBetween(one, other)
    one.bind(0x4001, otherAt)
    relay.wait(200_000)
    one.refresh()
    one.permit(otherAt)
    relay.wait(100_000)

    one.send(otherAt, 'hello')

    expect(other.heard).toEqual([])
    expect(relay.state.table.size).toBe(1)
  })

  test('lives on for as long as it is refreshed, and its permission with it', () => {
    const relay = relayInMemory()
    const [one, other] = [relay.client(), relay.client()]
    const { oneAt, otherAt } = talkBetween(one, other)
    for (let minute = 0; minute < 120; minute += 4) {
      relay.wait(240_000)
      for (const client of [one, other]) client.challenge()
      expect([one.refresh(), other.refresh(), one.permit(otherAt), other.permit(oneAt)].map(codeOf)).toEqual(
        Array(4).fill(undefined),
      )
    }

    one.send(otherAt, 'after two hours')

    expect(other.heard).toHaveLength(1)
  })

  test('that is over can be followed by another of the same client', () => {
    const relay = relayInMemory()
    const client = relay.client({ who: relay.credentials(3600) })
    client.allocate()
    relay.wait(300_000)

    expect(client.allocate().port).toBeGreaterThan(0)
    expect(relay.state.table.size).toBe(1)
  })

  test('leaves neither its port, nor its place in a quota', () => {
    const relay = relayInMemory({ limits: { allocations: 1, allocationsPerAddress: 1, allocationsPerUsername: 1 } })
    const who = relay.credentials(36_000)
    for (let i = 0; i < 50; i++) {
      relay.client({ who }).allocate()
      relay.wait(300_000)
      relay.state.table.endExpired(relay.clock.now)
    }

    expect(relay.state.table.size).toBe(0)
  })
})
