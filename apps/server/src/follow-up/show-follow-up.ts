/** A follow-up as each side sees it. What the other side does not need to know is not in here. */
import type { DeskFollowUp, FollowUpShown } from '@houvast/protocol/follow-up-requests'
import type { Moment } from '@houvast/rules/agenda/moment'
import { isLateAt } from '@houvast/rules/follow-up/cancel'
import { type FollowUp, FREE_UNTIL_MS, paymentOf } from '@houvast/rules/follow-up/follow-up'
import { beginPayment, type Payment } from '@houvast/rules/follow-up/payment'
import type { FollowUpSettings } from '@houvast/rules/follow-up/settings'
import type { Instant } from '@houvast/rules/time'
import type { KeptFollowUp } from '@houvast/server-store/follow-ups/follow-ups'

export type Around = {
  readonly professional: string
  readonly free: readonly Moment[]
  readonly settings: FollowUpSettings
  readonly canPayOnline: boolean
}

export function showToSeeker({ kid, state }: KeptFollowUp, around: Around, now: Instant): FollowUpShown {
  const { professional, free, settings, canPayOnline } = around
  const { account, tariff, address } = settings
  const payment = paymentOf(state)
  const isAhead = state.phase === 'booked' && state.moment.from > now
  const isPayable = payment !== undefined && beginPayment(payment, { by: 'online', reference: '' }).ok
  const isByTransfer = payment?.state === 'waiting' && payment.by === 'transfer'
  return {
    ...stateOf(state),
    professional,
    kid,
    free: state.phase === 'arranging' || isAhead ? free.map(({ from, to }) => ({ from, to })) : [],
    mayMove: isAhead && state.moment.from - now >= FREE_UNTIL_MS,
    cancellingCosts: isAhead && isLateAt(state.moment.from, now) && (payment?.state ?? 'free') !== 'free',
    payment: {
      ...payingOf(payment),
      canPayOnline: isPayable && canPayOnline,
      canTransfer: isPayable && account !== undefined,
      ...(isByTransfer && account ? { transfer: { ...account, reference: payment.reference } } : {}),
    },
    tariff: state.kind === 'first-talk' ? { kind: 'unknown' } : tariff,
    ...(address && state.how === 'on-site' ? { address } : {}),
    now,
  }
}

export function showToProfessional({ id, state }: KeptFollowUp): DeskFollowUp {
  const payment = paymentOf(state)
  const reference = payment && 'by' in payment && payment.by === 'transfer' ? payment.reference : ''
  return { ...stateOf(state), id, payment: { ...payingOf(payment), ...(reference ? { reference } : {}) } }
}

function stateOf(state: FollowUp) {
  return {
    kind: state.kind,
    phase: state.phase,
    how: state.how,
    proposals: 'proposals' in state ? state.proposals.map(({ from, to }) => ({ from, to })) : [],
    ...('moment' in state ? { moment: state.moment } : {}),
    ...('by' in state ? { by: state.by } : {}),
    ...('isLate' in state ? { isLate: state.isLate } : {}),
    ...('isDisputed' in state ? { isDisputed: state.isDisputed } : {}),
  }
}

function payingOf(payment: Payment | undefined) {
  if (!payment) return { state: 'unknown' as const }
  return {
    state: payment.state,
    ...('cents' in payment ? { cents: payment.cents } : {}),
    ...('by' in payment ? { by: payment.by } : {}),
  }
}
