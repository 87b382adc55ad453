/**
 * Paying for an appointment: begun at the provider, heard of from it, given back by it. The provider's knock only makes us
 * ask (F20); what it says then goes through the rules.
 */
import { createHash, randomInt } from 'node:crypto'
import type { Payments, PaymentsRefusal } from '@houvast/payments/payments'
import { structuredReference } from '@houvast/payments/structured-reference'
import { type FollowUp, paymentOf } from '@houvast/rules/follow-up/follow-up'
import {
  beginPayment,
  hearOfPayment,
  type Means,
  type Payment,
  type PaymentRefusal,
  type ProviderState,
} from '@houvast/rules/follow-up/payment'
import { ok, type Result, refused } from '@houvast/rules/result'
import type { Instant } from '@houvast/rules/time'
import type { Asker, FollowUps, KeptFollowUp, Taken } from '@houvast/server-store/follow-ups/follow-ups'
import type { Lines } from '@houvast/server-store/lines/lines'

export type PayRefusal = PaymentRefusal | PaymentsRefusal | Taken | { readonly reason: 'not-found' | 'no-provider' }

export type Paying = {
  readonly isOnline: boolean
  /** The page to pay at; the same one as long as it can be paid there. */
  online(line: string, kept: KeptFollowUp, origin: string): Promise<Result<string, PayRefusal>>
  transfer(line: string, kept: KeptFollowUp): Promise<Result<KeptFollowUp, PayRefusal>>
  /** Asks the provider how far it is, and gives back what is due back. */
  refresh(line: string, kept: KeptFollowUp): Promise<KeptFollowUp>
  /** F20: somebody says that something changed. `false`: the provider could not be asked; say it again. */
  knocked(payment: string): Promise<boolean>
}

type Deps = {
  readonly followUps: FollowUps
  readonly lines: Lines
  readonly payments: Payments | undefined
  /** Whether the provider can reach us at the origin of our pages. */
  readonly canKnock: boolean
  readonly now: () => Instant
}

const WEBHOOK = '/api/payments/webhook'

export function createPaying({ followUps, lines, payments, canKnock, now }: Deps): Paying {
  const changePayment = (
    line: string,
    { id }: KeptFollowUp,
    asker: Asker,
    rule: (payment: Payment) => Result<Payment, PaymentRefusal>,
    also?: { readonly payment: string },
  ) =>
    followUps.change<PaymentRefusal>(
      line,
      id,
      asker,
      (state) => {
        const payment = paymentOf(state)
        const next = payment && rule(payment)
        if (!next) return refused({ reason: 'nothing-to-pay' })
        return next.ok ? ok(next.value === payment ? state : ({ ...state, payment: next.value } as FollowUp)) : next
      },
      now(),
      also,
    )

  async function begin(line: string, kept: KeptFollowUp, means: Means) {
    const also = means.by === 'online' ? { payment: means.reference } : undefined
    const begun = await changePayment(line, kept, { kid: kept.kid }, (payment) => beginPayment(payment, means), also)
    return begun ?? refused({ reason: 'not-found' } as const)
  }

  async function refresh(line: string, kept: KeptFollowUp): Promise<KeptFollowUp> {
    if (!payments || !kept.payment) return kept
    const known = await payments.state(kept.payment)
    if (!known.ok && known.why.reason !== 'not-found') return kept
    // What the provider knows no more can be paid there no more.
    const { state, refundedCents } = known.ok ? known.value : ({ state: 'expired', refundedCents: 0 } as const)
    const heard = { reference: kept.payment, state, refundedCents }
    const changed = await changePayment(line, kept, { payment: kept.payment }, (payment) =>
      ok(hearOfPayment(payment, heard)),
    )
    return changed?.ok ? giveBack(line, changed.value) : kept
  }

  /** F10: once for each payment, however often it is tried. */
  async function giveBack(line: string, kept: KeptFollowUp): Promise<KeptFollowUp> {
    const payment = paymentOf(kept.state)
    if (!payments || payment?.state !== 'refund-due' || payment.by !== 'online') return kept
    const { reference, cents } = payment
    const back = await payments.refund(reference, { cents, idempotencyKey: keyOf('refund', reference) })
    if (!back.ok) return kept
    const heard = { reference, state: 'paid', refundedCents: cents } as const
    const changed = await changePayment(line, kept, { kid: kept.kid }, (due) => ok(hearOfPayment(due, heard)))
    return changed?.ok ? changed.value : kept
  }

  return {
    isOnline: payments !== undefined,
    refresh,

    async online(line, asked, origin) {
      if (!payments) return refused({ reason: 'no-provider' })
      // Also when a transfer was chosen since: what can still be paid there must stay the only one.
      const known = asked.payment ? await payments.state(asked.payment) : undefined
      const kept = await refresh(line, asked)
      const due = paymentOf(kept.state)
      const may = due && beginPayment(due, { by: 'online', reference: '' })
      if (!may?.ok) return may ?? refused({ reason: 'nothing-to-pay' })
      if (known?.ok && isOnItsWay(known.value.state)) return refused({ reason: 'paid-already' })
      if (known?.ok && asked.payment && known.value.checkoutUrl) {
        const again = await begin(line, kept, { by: 'online', reference: asked.payment })
        return again.ok ? ok(known.value.checkoutUrl) : again
      }
      if (known && !known.ok && known.why.reason !== 'not-found') return known
      const begun = await payments.create({
        cents: 'cents' in may.value ? may.value.cents : 0,
        description: 'Afspraak',
        redirectUrl: `${origin}/afspraak/${kept.id}`,
        webhookUrl: canKnock ? origin + WEBHOOK : undefined,
        // Two taps are one payment; a try after one that did not go through is another.
        idempotencyKey: keyOf(kept.id, kept.payment ?? 'first', String('cents' in may.value && may.value.cents)),
      })
      if (!begun.ok) return begun
      const { id, checkoutUrl } = begun.value
      const changed = await begin(line, kept, { by: 'online', reference: id })
      return changed.ok ? ok(checkoutUrl) : changed
    },

    transfer(line, kept) {
      const payment = paymentOf(kept.state)
      if (payment?.state === 'waiting' && payment.by === 'transfer') return Promise.resolve(ok(kept))
      return begin(line, kept, { by: 'transfer', reference: structuredReference(randomInt(10 ** 10)) })
    },

    async knocked(id) {
      for (const { id: line } of await lines.all()) {
        const kept = await followUps.findPayment(line, id)
        if (!kept) continue
        if (!payments) return true
        const known = await payments.state(id)
        if (!known.ok && known.why.reason !== 'not-found') return false
        await refresh(line, kept)
        return true
      }
      return true
    },
  }
}

/** Somebody paid, and the money is not there yet. */
const isOnItsWay = (state: ProviderState) => state === 'pending' || state === 'authorized'

/** As an idempotency key: says nothing of what it is made from. */
const keyOf = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join('/')).digest('base64url').slice(0, 32)
