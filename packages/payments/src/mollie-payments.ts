/** Paying through Mollie, by its own client. Its errors become ours here, by their status and never by their text. */

import { Agent } from 'node:http'
import https from 'node:https'
import type { ProviderState } from '@houvast/rules/follow-up/payment'
import { ok, type Result, refused } from '@houvast/rules/result'
import { createMollieClient, type MollieClient } from '@mollie/api-client'
import type { Payments, PaymentsRefusal } from './payments.ts'

export type MollieOptions = {
  /** `test_…` or `live_…` */
  readonly key: string
  /** Another address than Mollie's own: the demonstration's, on this machine. */
  readonly endpoint?: string | undefined
  readonly answersWithinMs?: number
}

/** The client itself waits for ever. */
const ANSWERS_WITHIN_MS = 15_000

export function createMolliePayments({ key, endpoint, answersWithinMs = ANSWERS_WITHIN_MS }: MollieOptions): Payments {
  const mollie = openClient(key, endpoint)
  const ask = <T>(work: () => Promise<T>) => answerOf(work, answersWithinMs)
  return {
    async create({ cents, description, redirectUrl, webhookUrl, idempotencyKey }) {
      const made = await ask(() =>
        mollie.payments.create({
          ...{ amount: amountOf(cents), description, redirectUrl, idempotencyKey },
          ...(webhookUrl ? { webhookUrl } : {}),
        }),
      )
      if (!made.ok) return made
      const checkoutUrl = made.value.getCheckoutUrl()
      return checkoutUrl ? ok({ id: made.value.id, checkoutUrl }) : refused({ reason: 'refused' })
    },
    async state(id) {
      const found = await ask(() => mollie.payments.get(id))
      if (!found.ok) return found
      const { status, amountRefunded } = found.value
      const checkoutUrl = found.value.getCheckoutUrl() ?? undefined
      return ok({ state: status as ProviderState, refundedCents: centsOf(amountRefunded?.value), checkoutUrl })
    },
    async refund(id, { cents, idempotencyKey }) {
      const back = await ask(() =>
        mollie.paymentRefunds.create({
          paymentId: id,
          amount: amountOf(cents),
          description: 'Afspraak',
          idempotencyKey,
        }),
      )
      return back.ok ? ok(undefined) : back
    },
  }
}

/** Mollie counts in euros with two decimals, as text. */
export const amountOf = (cents: number) => ({
  currency: 'EUR',
  value: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
})

export const centsOf = (value: string | undefined) => Math.round(Number(value ?? 0) * 100)

async function answerOf<T>(work: () => Promise<T>, withinMs: number): Promise<Result<T, PaymentsRefusal>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), withinMs)
  })
  try {
    return ok(await Promise.race([work(), late]))
  } catch (error) {
    return refused({ reason: reasonOf((error as { statusCode?: unknown }).statusCode) })
  } finally {
    clearTimeout(timer)
  }
}

function reasonOf(status: unknown): PaymentsRefusal['reason'] {
  if (status === 404 || status === 410) return 'not-found'
  if (status === 429) return 'busy'
  if (status === 401 || status === 403) return 'key-refused'
  return typeof status === 'number' && status < 500 ? 'refused' : 'unreachable'
}

/**
 * The client speaks TLS only, with certificates of its own choosing, and has no option for it: for a provider on this
 * machine it is made while `https.Agent` is a plain one. Everything in between happens in one turn.
 */
function openClient(apiKey: string, apiEndpoint: string | undefined): MollieClient {
  if (!apiEndpoint) return createMollieClient({ apiKey })
  if (new URL(apiEndpoint).protocol === 'https:') return createMollieClient({ apiKey, apiEndpoint })
  if (!isOnThisMachine(apiEndpoint)) throw new RangeError('Without TLS only a provider on this machine is spoken to.')
  const tls = https.Agent
  try {
    Object.assign(https, { Agent })
    return createMollieClient({ apiKey, apiEndpoint })
  } finally {
    Object.assign(https, { Agent: tls })
  }
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isOnThisMachine = (address: string) => loopback.has(new URL(address).hostname)
