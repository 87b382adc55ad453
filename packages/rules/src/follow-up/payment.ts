/**
 * What is to be paid for an appointment, and how far that has come. The provider is asked, never believed on its own
 * word; what it says may come late, twice or in the wrong order.
 */
import { ok, type Result, refused } from '../result.ts'

/** In euro cents, as it stands in the professional's settings when the moment is booked. */
export type Tariff =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'own'; readonly cents: number }
  /** A convention tariff changes: where and when it was read stands beside it. */
  | { readonly kind: 'convention'; readonly cents: number; readonly source: string; readonly readOn: string }

/** `online`: named by the provider's id. `transfer`: by its structured reference. */
export type Means = { readonly by: 'online' | 'transfer'; readonly reference: string }

export type Payment =
  | { readonly state: 'free' }
  | { readonly state: 'unknown' }
  | { readonly state: 'due'; readonly cents: number }
  | ({ readonly state: 'waiting'; readonly cents: number } & Means)
  | ({ readonly state: 'failed'; readonly cents: number } & Means)
  | ({ readonly state: 'paid'; readonly cents: number } & Means)
  /** Cancelled in time before it was paid; a payment that was begun is remembered, since it may still come in. */
  | { readonly state: 'not-due'; readonly cents: number }
  | ({ readonly state: 'refund-due'; readonly cents: number } & Means)
  | ({ readonly state: 'refunded'; readonly cents: number } & Means)

/** Mollie's words for how far a payment is, and what was given back. */
export type ProviderState = 'open' | 'pending' | 'authorized' | 'paid' | 'failed' | 'expired' | 'canceled'
export type Heard = { readonly reference: string; readonly state: ProviderState; readonly refundedCents: number }

export const firstPayment = (tariff: Tariff): Payment => {
  if (tariff.kind === 'unknown') return { state: 'unknown' }
  return tariff.cents === 0 ? { state: 'free' } : { state: 'due', cents: tariff.cents }
}

export type PaymentRefusal = { readonly reason: 'nothing-to-pay' | 'paid-already' | 'no-refund-due' }

/** F14: a payment that did not go through may be tried again, in the same way or the other. */
export function beginPayment(payment: Payment, means: Means): Result<Payment, PaymentRefusal> {
  switch (payment.state) {
    case 'due':
    case 'waiting':
    case 'failed':
      return ok({ state: 'waiting', cents: payment.cents, ...means })
    case 'paid':
      return refused({ reason: 'paid-already' })
    default:
      return refused({ reason: 'nothing-to-pay' })
  }
}

/** F15: what the provider says. Twice is harmless, and nothing moves a paid one back but a refund. */
export function hearOfPayment(payment: Payment, { reference, state, refundedCents }: Heard): Payment {
  const means: Means = { by: 'online', reference }
  switch (payment.state) {
    case 'due':
    case 'waiting':
    case 'failed':
      if (state === 'paid') return { state: 'paid', cents: payment.cents, ...means }
      return payment.state === 'waiting' && payment.reference === reference && isLost(state)
        ? { ...payment, state: 'failed' }
        : payment
    case 'not-due':
      return state === 'paid' ? { state: 'refund-due', cents: payment.cents, ...means } : payment
    case 'paid':
    case 'refund-due':
      return payment.reference === reference && refundedCents >= payment.cents
        ? { ...payment, state: 'refunded' }
        : payment
    default:
      return payment
  }
}

/** F15, F16: a transfer is seen on the professional's own account, and given back from there. */
export function settleByHand(payment: Payment, what: 'received' | 'refunded'): Result<Payment, PaymentRefusal> {
  if (what === 'refunded')
    return payment.state === 'refund-due' && payment.by === 'transfer'
      ? ok({ ...payment, state: 'refunded' })
      : refused({ reason: 'no-refund-due' })
  if (payment.state === 'paid') return payment.by === 'transfer' ? ok(payment) : refused({ reason: 'paid-already' })
  if (payment.state === 'waiting' && payment.by === 'transfer') return ok({ ...payment, state: 'paid' })
  // It was on its way when the appointment was cancelled: it goes back.
  if (payment.state === 'not-due')
    return ok({ state: 'refund-due', cents: payment.cents, by: 'transfer', reference: '' })
  if (payment.state === 'due' || payment.state === 'failed' || payment.state === 'waiting')
    return ok({ state: 'paid', cents: payment.cents, by: 'transfer', reference: '' })
  return refused({ reason: 'nothing-to-pay' })
}

/** F9, F10: what remains when it is cancelled. */
export function paymentAfterCancelling(payment: Payment, isOwed: boolean): Payment {
  if (isOwed) return payment
  switch (payment.state) {
    case 'due':
    case 'waiting':
    case 'failed':
      return { state: 'not-due', cents: payment.cents }
    case 'paid':
      return { ...payment, state: 'refund-due' }
    default:
      return payment
  }
}

const isLost = (state: ProviderState) => state === 'failed' || state === 'expired' || state === 'canceled'
