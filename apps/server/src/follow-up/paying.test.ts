/** With a provider that does not always answer; the same that the demonstration has, at another address. */
import { type ListeningMollie, listenLocally } from '@houvast/payments/local-mollie/listen'
import { createLocalMollie, type LocalMollie } from '@houvast/payments/local-mollie/local-mollie'
import { HOUR_MS } from '@houvast/rules/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FollowUpWorld, followUpWorld, MONDAY } from './testing/follow-up-world.ts'

const key = 'test_0123456789abcdefghij0123456789'
let local: LocalMollie
let listening: ListeningMollie
let world: FollowUpWorld
/** From the middle of January: until Easter nothing is a holiday. */
let week = 6

beforeAll(async () => {
  local = createLocalMollie({ key, now: Date.now, webhookDelaysMs: [] })
  listening = await listenLocally(local)
  world = await followUpWorld({ MOLLIE_KEY: key, MOLLIE_API: listening.endpoint })
}, 60_000)
afterAll(async () => {
  expect(world.bugs).toEqual([])
  await world.close()
  listening.close()
})

async function booked() {
  world.clock.now = MONDAY + ++week * 7 * 24 * HOUR_MS
  const mine = await world.begun()
  await world.seeker('pick', { ...mine, from: world.clock.now + 3 * 24 * HOUR_MS })
  return mine
}
const pay = async (mine: object) => (await world.seeker('pay', { ...mine, by: 'online' })).json()
const idOf = (answer: Readonly<Record<string, unknown>>) => String(answer.checkoutUrl).split('/').at(-1) ?? ''
const stateOf = async (mine: object) =>
  (await world.seeker('look', mine)).json<{ payment: { state: string } }>().payment.state

describe('when the provider does not answer', () => {
  test.each([
    [429, 1, 'busy'],
    [503, 3, 'unreachable'],
  ] as const)('[F14] %i: the appointment stays, and it can be tried again', async (fault, times, reason) => {
    const mine = await booked()
    local.fail(fault, times)
    expect(await pay(mine)).toEqual({ reason })
    expect(await stateOf(mine)).toBe('due')

    expect(idOf(await pay(mine))).toMatch(/^tr_/)
  })

  test('[F20] a knock is not taken for heard until the provider could be asked', async () => {
    const mine = await booked()
    const id = idOf(await pay(mine))
    local.settle(id, 'paid')
    local.fail(429)
    expect((await world.webhook(`id=${id}`)).status).toBe(503)
    expect((await world.webhook(`id=${id}`)).status).toBe(200)

    expect(await stateOf(mine)).toBe('paid')
  })

  test('[F10] what is to be given back stays so, and is given back once when it answers again', async () => {
    const mine = await booked()
    const id = idOf(await pay(mine))
    local.settle(id, 'paid')
    expect(await stateOf(mine)).toBe('paid')
    local.fail(429, 2)
    expect((await world.seeker('cancel', mine)).json()).toMatchObject({ payment: { state: 'refund-due' } })
    local.fail(429, 0)
    await world.part.sweep()
    await world.part.sweep()

    expect(await stateOf(mine)).toBe('refunded')
  })

  test('[F14] two taps at the same moment are one payment', async () => {
    const mine = await booked()
    const [first, second] = await Promise.all([pay(mine), pay(mine)])

    expect(idOf(first)).toMatch(/^tr_/)
    expect(idOf(second)).toBe(idOf(first))
  })

  test('[F14] a payment the provider knows no more can be begun anew', async () => {
    const mine = await booked()
    const before = idOf(await pay(mine))
    local.settle(before, 'expired')
    const after = idOf(await pay(mine))

    expect(after).not.toBe(before)
    local.settle(after, 'paid')
    expect(await stateOf(mine)).toBe('paid')
  })

  test('[F14] after a change of mind to a transfer and back it is the same payment, not a second one', async () => {
    const mine = await booked()
    const first = idOf(await pay(mine))
    await world.seeker('pay', { ...mine, by: 'transfer' })

    expect(idOf(await pay(mine))).toBe(first)
    local.settle(first, 'paid')
    expect(await stateOf(mine)).toBe('paid')
  })

  test('[F15] what is on its way at the provider is not begun a second time', async () => {
    const mine = await booked()
    const id = idOf(await pay(mine))
    local.settle(id, 'pending')

    expect(await pay(mine)).toEqual({ reason: 'paid-already' })
    local.settle(id, 'paid')
    await world.webhook(`id=${id}`)
    expect(await stateOf(mine)).toBe('paid')
  })

  test('[F15] paid online while a transfer was awaited, it is paid', async () => {
    const mine = await booked()
    const id = idOf(await pay(mine))
    await world.seeker('pay', { ...mine, by: 'transfer' })
    local.settle(id, 'paid')
    await world.webhook(`id=${id}`)

    expect(await stateOf(mine)).toBe('paid')
  })
})

test('[F16] where nobody runs a provider there is still the transfer', async () => {
  const without = await followUpWorld({ DEMO: 'off' })
  const settings = {
    agenda: { slotMinutes: 50, gapMinutes: 10, noticeHours: 24, days: 28, away: [] },
    tariff: { kind: 'own', cents: 6_000 },
    account: { iban: 'BE68539007547034', holder: 'Lotte' },
  }
  await without.desk('settings', settings)
  const mine = await without.begun()
  const shown = await without.seeker('pick', { ...mine, from: without.clock.now + 3 * 24 * HOUR_MS })

  expect(shown.json()).toMatchObject({ payment: { canPayOnline: false, canTransfer: true } })
  expect((await without.seeker('pay', { ...mine, by: 'online' })).json()).toEqual({ reason: 'no-provider' })
  expect((await without.checkout('tr_x', 'paid')).status).toBe(404)
  await without.close()
})
