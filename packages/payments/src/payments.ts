/**
 * Paying online, whoever the provider is: one is begun, its state is asked, it is given back. What goes to the provider
 * is an amount, a neutral description and where to come back to; who pays is between the provider and the payer.
 */
import type { ProviderState } from '@houvast/rules/follow-up/payment'
import type { Result } from '@houvast/rules/result'

export type Order = {
  readonly cents: number
  readonly description: string
  /** Where the payer comes back to, whatever became of it. */
  readonly redirectUrl: string
  /** Where the provider says that something changed; only its knock counts, never its word. */
  readonly webhookUrl?: string | undefined
  /** The same key twice is one payment. */
  readonly idempotencyKey: string
}

export type Begun = { readonly id: string; readonly checkoutUrl: string }

export type Known = {
  readonly state: ProviderState
  readonly refundedCents: number
  /** As long as it can still be paid. */
  readonly checkoutUrl?: string | undefined
}

export type PaymentsRefusal = { readonly reason: 'unreachable' | 'busy' | 'not-found' | 'refused' | 'key-refused' }

export interface Payments {
  create(order: Order): Promise<Result<Begun, PaymentsRefusal>>
  state(id: string): Promise<Result<Known, PaymentsRefusal>>
  refund(id: string, back: { cents: number; idempotencyKey: string }): Promise<Result<void, PaymentsRefusal>>
}

/** Ids of the provider, before anything is asked about one. */
export const isPaymentId = (id: string) => /^tr_[A-Za-z0-9]{4,60}$/.test(id)
