import { createServer } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ListeningMollie, listenLocally } from './local-mollie/listen.ts'
import { createLocalMollie, type LocalMollie } from './local-mollie/local-mollie.ts'
import { amountOf, centsOf, createMolliePayments } from './mollie-payments.ts'
import { isPaymentId, type Order, type Payments } from './payments.ts'

const key = 'test_local_0123456789abcdefghij'
const order = (change: Partial<Order> = {}): Order => ({
  ...{ cents: 4_205, description: 'Afspraak', idempotencyKey: 'once' },
  redirectUrl: 'http://localhost:8080/afspraak/x',
  ...change,
})

let local: LocalMollie
let listening: ListeningMollie
let payments: Payments

beforeEach(async () => {
  local = createLocalMollie({ key, now: () => 1_800_000_000_000, webhookDelaysMs: [5, 5, 5] })
  listening = await listenLocally(local)
  payments = createMolliePayments({ key, endpoint: listening.endpoint, answersWithinMs: 1_000 })
})
afterEach(() => listening.close())

const begin = async (change?: Partial<Order>) => {
  const made = await payments.create(order(change))
  if (!made.ok) throw new Error(made.why.reason)
  return made.value
}

describe('paying through the official client', () => {
  test('[F14] begins with an id and a page to pay at', async () => {
    const { id, checkoutUrl } = await begin()

    expect(isPaymentId(id)).toBe(true)
    expect(checkoutUrl).toBe(`http://localhost:8080/demo-payments/checkout/${id}`)
    expect(await payments.state(id)).toEqual({ ok: true, value: { state: 'open', refundedCents: 0, checkoutUrl } })
  })

  test('[F14] the same key twice is one payment, and another key is another', async () => {
    const first = await begin()

    expect((await begin()).id).toBe(first.id)
    expect((await begin({ idempotencyKey: 'again' })).id).not.toBe(first.id)
  })

  test.each(['paid', 'pending', 'authorized', 'failed', 'canceled', 'expired'] as const)(
    '[F15] tells that it is %s',
    async (state) => {
      const { id } = await begin()
      local.settle(id, state)

      expect(await payments.state(id)).toMatchObject({ ok: true, value: { state } })
    },
  )

  test('[F10] gives back what was paid, once', async () => {
    const { id } = await begin()
    const back = { cents: 4_205, idempotencyKey: 'back' }
    expect(await payments.refund(id, back)).toEqual({ ok: false, why: { reason: 'refused' } })
    local.settle(id, 'paid')

    expect(await payments.refund(id, back)).toEqual({ ok: true, value: undefined })
    expect(await payments.refund(id, back)).toEqual({ ok: true, value: undefined })
    expect(await payments.state(id)).toMatchObject({ value: { state: 'paid', refundedCents: 4_205 } })
    expect(await payments.refund(id, { ...back, idempotencyKey: 'more' })).toMatchObject({ why: { reason: 'refused' } })
  })

  test.each<[string, (local: LocalMollie) => void, string]>([
    ['too many requests', (it) => it.fail(429), 'busy'],
    ['three times out of order', (it) => it.fail(503, 3), 'unreachable'],
    ['no answer', (it) => it.fail('no-answer'), 'unreachable'],
  ])('[F14] %s is a refusal, never an exception', async (_, fault, reason) => {
    fault(local)

    expect(await payments.create(order())).toEqual({ ok: false, why: { reason } })
  })

  test('[F14] after two times out of order the third counts, and only one payment is made', async () => {
    local.fail(503, 2)
    const { id } = await begin()

    expect((await begin()).id).toBe(id)
  })

  test('a wrong key, an unknown payment and nobody there are told apart', async () => {
    const { endpoint } = listening
    const wrong = createMolliePayments({ key: 'test_wrong_0123456789abcdefghij', endpoint })
    expect(await wrong.create(order())).toEqual({ ok: false, why: { reason: 'key-refused' } })
    expect(await payments.state('tr_unknown')).toEqual({ ok: false, why: { reason: 'not-found' } })
    listening.close()
    expect(await payments.state('tr_unknown')).toEqual({ ok: false, why: { reason: 'unreachable' } })
  })

  test('without TLS only this machine is spoken to, and the rest of the program keeps its TLS', () => {
    expect(() => createMolliePayments({ key, endpoint: 'http://mollie.example/v2/' })).toThrow(RangeError)
    expect(new https.Agent()).toHaveProperty('protocol', 'https:')
  })
})

describe('the local provider', () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    local.fetch(
      new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
  const good = { amount: { currency: 'EUR', value: '10.00' }, description: 'x', redirectUrl: 'https://a.example/' }

  test.each<[string, unknown, number, string | undefined]>([
    ['no JSON', '{', 400, undefined],
    ['a list', [], 422, 'amount'],
    ['an amount without cents', { ...good, amount: { currency: 'EUR', value: '10' } }, 422, 'amount'],
    ['nothing', { ...good, amount: { currency: 'EUR', value: '0.00' } }, 422, 'amount'],
    ['no description', { ...good, description: '' }, 422, 'description'],
    ['nowhere to come back to', { ...good, redirectUrl: 'x' }, 422, 'redirectUrl'],
    ['a webhook that is none', { ...good, webhookUrl: 'file:///x' }, 422, 'webhookUrl'],
  ])('refuses %s, with the body that is documented', async (_, body, status, field) => {
    const response = await post('/v2/payments', body)

    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/hal+json')
    expect(await response.json()).toMatchObject({
      ...{ status, title: expect.any(String), detail: expect.any(String), _links: { documentation: {} } },
      ...(field ? { field } : {}),
    })
  })

  test('answers nobody without the key', async () => {
    expect((await post('/v2/payments', good, { authorization: 'Bearer x' })).status).toBe(401)
  })

  test('has a page that says it is none, where each outcome can be chosen', async () => {
    const { id } = await begin({ description: '<b>Afspraak</b>' })
    const page = await local.fetch(new Request(`http://localhost/demo-payments/checkout/${id}`))
    const html = await page.text()

    expect(html).toContain('DIT IS GEEN ECHTE BETALING')
    expect(html).not.toContain('<b>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const outcome of ['paid', 'pending', 'authorized', 'failed', 'canceled', 'expired'])
      expect(html).toContain(`value="${outcome}"`)

    const chosen = await post(`/demo-payments/checkout/${id}`, 'outcome=paid')
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, order().redirectUrl])
    expect(await payments.state(id)).toMatchObject({ value: { state: 'paid' } })
    await post(`/demo-payments/checkout/${id}`, 'outcome=failed')
    expect(await payments.state(id)).toMatchObject({ value: { state: 'paid' } })
  })

  test('knocks until it is heard, with a form that holds the id and nothing else', async () => {
    const heard: string[] = []
    let isHeard: () => void = () => {}
    const done = new Promise<void>((resolve) => {
      isHeard = resolve
    })
    const server = createServer(async (request, response) => {
      let text = ''
      for await (const piece of request) text += piece
      heard.push(`${request.headers['content-type']} ${text}`)
      response.writeHead(heard.length < 3 ? 500 : 200).end()
      if (heard.length === 3) isHeard()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    const { id } = await begin({ webhookUrl })
    local.settle(id, 'paid')
    await done
    server.close()
    server.closeAllConnections()

    expect(heard).toEqual(Array(3).fill(`application/x-www-form-urlencoded;charset=UTF-8 id=${id}`))
  })
})

test.each([
  [1, '0.01'],
  [100, '1.00'],
  [4_205, '42.05'],
  [99_999, '999.99'],
])('%i cents are written %s, and read back', (cents, value) => {
  expect(amountOf(cents).value).toBe(value)
  expect(centsOf(value)).toBe(cents)
})
