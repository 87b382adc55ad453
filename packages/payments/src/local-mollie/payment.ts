/** A payment as the provider keeps it, and how it is shown: Mollie's API v2, as its reference documents it. */
import type { ProviderState } from '@houvast/rules/follow-up/payment'

export type Amount = { readonly currency: string; readonly value: string }

export type LocalPayment = {
  readonly id: string
  readonly amount: Amount
  readonly description: string
  readonly redirectUrl: string
  readonly webhookUrl: string | undefined
  readonly metadata: unknown
  readonly createdAt: string
  state: ProviderState
  refundedCents: number
}

export type Refund = { readonly id: string; readonly amount: Amount; readonly createdAt: string }

export const centsIn = ({ value }: Amount) => Math.round(Number(value) * 100)
const euros = (cents: number): Amount => ({ currency: 'EUR', value: (cents / 100).toFixed(2) })

const link = (href: string, type = 'application/hal+json') => ({ href, type })

export function showPayment(payment: LocalPayment, api: string, checkout: string) {
  const { id, amount, description, redirectUrl, webhookUrl, metadata, createdAt, state, refundedCents } = payment
  const canBePaid = state === 'open' || state === 'pending'
  return {
    ...{ resource: 'payment', id, mode: 'test', createdAt, amount, description, metadata: metadata ?? null },
    ...{ method: null, status: state, isCancelable: false, sequenceType: 'oneoff', profileId: 'pfl_local' },
    ...{ redirectUrl, ...(webhookUrl ? { webhookUrl } : {}) },
    ...(state === 'paid'
      ? { amountRefunded: euros(refundedCents), amountRemaining: euros(centsIn(amount) - refundedCents) }
      : {}),
    _links: {
      self: link(`${api}payments/${id}`),
      ...(canBePaid ? { checkout: link(checkout, 'text/html') } : {}),
      documentation: link('https://docs.mollie.com/reference/get-payment', 'text/html'),
    },
  }
}

export function showRefund({ id, amount, createdAt }: Refund, payment: LocalPayment, api: string) {
  return {
    ...{ resource: 'refund', id, mode: 'test', amount, createdAt, status: 'pending', paymentId: payment.id },
    ...{ description: '', metadata: null },
    _links: {
      self: link(`${api}payments/${payment.id}/refunds/${id}`),
      payment: link(`${api}payments/${payment.id}`),
    },
  }
}
