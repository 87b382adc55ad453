/**
 * A provider on this machine that behaves as Mollie's API v2 documents it, for the demonstration and for tests. It moves
 * no money and its payment page says so. Kept in memory only.
 */
import { randomBytes } from 'node:crypto'
import * as answers from './answers.ts'
import { checkoutPage, outcomes } from './checkout-page.ts'
import { type Amount, centsIn, type LocalPayment, type Refund, showPayment, showRefund } from './payment.ts'
import { Webhooks } from './webhooks.ts'

export type Fault = 429 | 503 | 'no-answer'

export type LocalMollieOptions = {
  readonly key: string
  readonly now: () => number
  /** Where its payment pages are; without it, at `/demo-payments/` of the site that is come back to. */
  readonly checkoutBase?: string
  readonly webhookDelaysMs?: readonly number[]
}

export type LocalMollie = {
  fetch(request: Request): Promise<Response>
  /** The next requests to the API go wrong. */
  fail(fault: Fault, times?: number): void
  /** As somebody does at the payment page. */
  settle(id: string, state: LocalPayment['state']): boolean
  close(): void
}

const PAYMENTS_MOST = 10_000
const BODY_MAX = 16 * 1_024

export function createLocalMollie({ key, now, checkoutBase, webhookDelaysMs }: LocalMollieOptions): LocalMollie {
  const payments = new Map<string, LocalPayment>()
  const refunds = new Map<string, Refund>()
  const answered = new Map<string, { body: string; response: Response }>()
  const faults: Fault[] = []
  const webhooks = new Webhooks(webhookDelaysMs)

  const checkoutOf = ({ id, redirectUrl }: LocalPayment) =>
    new URL(`checkout/${id}`, checkoutBase ?? new URL('/demo-payments/', redirectUrl)).href
  const show = (payment: LocalPayment, api: string) => showPayment(payment, api, checkoutOf(payment))
  const tell = ({ webhookUrl, id }: LocalPayment) => webhookUrl && webhooks.tell(webhookUrl, id)

  function settle(id: string, state: LocalPayment['state']): boolean {
    const payment = payments.get(id)
    if (!payment || !canChange(payment)) return false
    if (payment.state === state) return true
    payment.state = state
    tell(payment)
    return true
  }

  function createPayment(body: unknown, api: string): Response {
    const { amount, description, redirectUrl, webhookUrl, metadata } = fieldsOf(body)
    if (!isAmount(amount)) return answers.problem(422, 'The amount is invalid', { field: 'amount' })
    if (centsIn(amount) < 1) return answers.problem(422, 'The amount is lower than the minimum', { field: 'amount' })
    if (typeof description !== 'string' || description === '')
      return answers.problem(422, 'The description is invalid', { field: 'description' })
    if (!isWebAddress(redirectUrl)) return answers.problem(422, 'The redirect URL is invalid', { field: 'redirectUrl' })
    if (webhookUrl !== undefined && !isWebAddress(webhookUrl))
      return answers.problem(422, 'The webhook URL is invalid', { field: 'webhookUrl' })
    const payment: LocalPayment = {
      ...{ id: newId('tr'), amount, description, redirectUrl, webhookUrl, metadata },
      ...{ createdAt: new Date(now()).toISOString(), state: 'open', refundedCents: 0 },
    }
    payments.set(payment.id, payment)
    forgetOldest(payments)
    return answers.hal(show(payment, api), 201)
  }

  function createRefund(payment: LocalPayment, body: unknown, api: string): Response {
    const { amount } = fieldsOf(body)
    if (!isAmount(amount)) return answers.problem(422, 'The amount is invalid', { field: 'amount' })
    if (payment.state !== 'paid') return answers.problem(422, 'The payment cannot be refunded')
    if (centsIn(amount) > centsIn(payment.amount) - payment.refundedCents)
      return answers.problem(422, 'The specified amount cannot be refunded', { field: 'amount' })
    const refund: Refund = { id: newId('re'), amount, createdAt: new Date(now()).toISOString() }
    refunds.set(refund.id, refund)
    payment.refundedCents += centsIn(amount)
    tell(payment)
    return answers.hal(showRefund(refund, payment, api), 201)
  }

  async function answerApi(request: Request, path: readonly string[], api: string): Promise<Response> {
    const fault = faults.shift()
    if (fault === 'no-answer') return new Promise<Response>(() => {})
    if (fault === 429) return answers.problem(429, 'You have sent too many requests')
    if (fault === 503) return answers.problem(503, 'The service is not available', { headers: { 'retry-after': '0' } })
    if (request.headers.get('authorization') !== `Bearer ${key}`)
      return answers.problem(401, 'Missing authentication, or failed to authenticate')
    const [resource, id, sub, subId] = path
    if (resource !== 'payments') return answers.problem(404, 'The resource does not exist')
    const payment = id === undefined ? undefined : payments.get(id)
    if (id !== undefined && !payment) return answers.problem(404, `No payment exists with token ${id}.`)
    if (request.method === 'GET' && payment && sub === undefined) return answers.hal(show(payment, api))
    if (request.method === 'GET' && payment && sub === 'refunds' && subId) {
      const refund = refunds.get(subId)
      return refund
        ? answers.hal(showRefund(refund, payment, api))
        : answers.problem(404, 'No refund exists with this token.')
    }
    if (request.method !== 'POST') return answers.problem(405, 'The method is not allowed')
    return once(request, (body) => {
      if (!payment) return createPayment(body, api)
      return sub === 'refunds' && !subId
        ? createRefund(payment, body, api)
        : answers.problem(404, 'The resource does not exist')
    })
  }

  /** The same Idempotency-Key gets the first answer again, and nothing is made twice. */
  async function once(request: Request, work: (body: unknown) => Response): Promise<Response> {
    const idempotency = request.headers.get('idempotency-key')
    const text = await request.text()
    const before = idempotency ? answered.get(idempotency) : undefined
    if (before) return before.response.clone()
    if (text.length > BODY_MAX) return answers.problem(400, 'The body is too long')
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      return answers.problem(400, 'The body is no JSON')
    }
    const response = work(body)
    if (idempotency && response.ok) {
      answered.set(idempotency, { body: text, response: response.clone() })
      forgetOldest(answered)
    }
    return response
  }

  async function answerCheckout(request: Request, id: string | undefined): Promise<Response> {
    const payment = payments.get(id ?? '')
    if (!payment) return answers.problem(404, 'There is no such payment.')
    if (request.method !== 'POST') return checkoutPage(payment)
    const text = (await request.text()).slice(0, BODY_MAX)
    const outcome = outcomes.find((each) => each === new URLSearchParams(text).get('outcome'))
    if (outcome) settle(payment.id, outcome)
    return new Response(null, { status: 303, headers: { location: payment.redirectUrl } })
  }

  return {
    settle,
    async fetch(request) {
      const { origin, pathname } = new URL(request.url)
      const path = pathname.split('/').filter((part) => part !== '' && part !== 'demo-payments')
      if (path[0] === 'v2') return answerApi(request, path.slice(1), `${origin}/v2/`)
      return path[0] === 'checkout'
        ? answerCheckout(request, path[1])
        : answers.problem(404, 'The resource does not exist')
    },
    fail(fault, times = 1) {
      for (let each = 0; each < times; each++) faults.push(fault)
    },
    close: () => webhooks.close(),
  }
}

const newId = (prefix: string) => `${prefix}_${randomBytes(8).toString('hex')}`

/** What is paid, or over, does not change any more. */
const canChange = ({ state }: LocalPayment) => state === 'open' || state === 'pending' || state === 'authorized'

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}

function isAmount(amount: unknown): amount is Amount {
  const { currency, value } = fieldsOf(amount)
  return currency === 'EUR' && typeof value === 'string' && /^\d{1,8}\.\d{2}$/.test(value)
}

const isWebAddress = (address: unknown): address is string =>
  typeof address === 'string' && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

function forgetOldest(map: Map<string, unknown>) {
  for (const oldest of map.keys()) {
    if (map.size <= PAYMENTS_MOST) return
    map.delete(oldest)
  }
}
