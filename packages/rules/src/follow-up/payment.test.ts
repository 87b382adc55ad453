import { describe, expect, test } from 'vitest'
import {
  beginPayment,
  firstPayment,
  type Heard,
  hearOfPayment,
  type Payment,
  type ProviderState,
  paymentAfterCancelling,
  settleByHand,
} from './payment.ts'

const cents = 4_200
const online = { cents, by: 'online', reference: 'tr_1' } as const
const transfer = { cents, by: 'transfer', reference: '+++090/9337/55493+++' } as const

const free: Payment = { state: 'free' }
const unknown: Payment = { state: 'unknown' }
const due: Payment = { state: 'due', cents }
const waiting: Payment = { state: 'waiting', ...online }
const byTransfer: Payment = { state: 'waiting', ...transfer }
const failed: Payment = { state: 'failed', ...online }
const paid: Payment = { state: 'paid', ...online }
const paidByTransfer: Payment = { state: 'paid', ...transfer }
const notDue: Payment = { state: 'not-due', cents }
const refundDue: Payment = { state: 'refund-due', ...online }
const refunded: Payment = { state: 'refunded', ...online }
const all = [free, unknown, due, waiting, byTransfer, failed, paid, paidByTransfer, notDue, refundDue, refunded]

const heard = (state: ProviderState, refundedCents = 0, reference = 'tr_1'): Heard => ({
  reference,
  state,
  refundedCents,
})

describe('what is to be paid', () => {
  test('[F13] is what the professional’s settings say, and unknown is unknown', () => {
    expect(firstPayment({ kind: 'unknown' })).toEqual(unknown)
    expect(firstPayment({ kind: 'own', cents })).toEqual(due)
    expect(firstPayment({ kind: 'convention', cents, source: 'riziv.be', readOn: '2026-11-26' })).toEqual(due)
    expect(firstPayment({ kind: 'own', cents: 0 })).toEqual(free)
  })

  test.each([
    ['[F14] for the first time', due, waiting],
    ['[F14] again, after it did not go through', failed, waiting],
    ['[F14] online instead of by transfer', byTransfer, waiting],
  ])('is paid %s', (_, payment, next) => {
    expect(beginPayment(payment, { by: 'online', reference: 'tr_1' })).toEqual({ ok: true, value: next })
  })

  test.each([
    ['nothing', free, 'nothing-to-pay'],
    ['what nobody knows', unknown, 'nothing-to-pay'],
    ['what was cancelled in time', notDue, 'nothing-to-pay'],
    ['what is paid', paid, 'paid-already'],
    ['what is given back', refunded, 'nothing-to-pay'],
  ])('[F14] %s cannot be paid', (_, payment, reason) => {
    expect(beginPayment(payment, { by: 'online', reference: 'tr_2' })).toEqual({ ok: false, why: { reason } })
  })
})

describe('what the provider says', () => {
  test.each<[string, Payment, Heard, Payment]>([
    ['it is open', waiting, heard('open'), waiting],
    ['it is on its way', waiting, heard('pending'), waiting],
    ['it is reserved', waiting, heard('authorized'), waiting],
    ['it is paid', waiting, heard('paid'), paid],
    ['it did not go through', waiting, heard('failed'), failed],
    ['it ran out', waiting, heard('expired'), failed],
    ['it was broken off', waiting, heard('canceled'), failed],
    ['it is paid after all', failed, heard('paid'), paid],
    ['it is paid online while a transfer is awaited', byTransfer, heard('paid'), paid],
    ['an earlier one ran out', { ...waiting, reference: 'tr_2' }, heard('expired'), { ...waiting, reference: 'tr_2' }],
    ['an online one ran out while a transfer is awaited', byTransfer, heard('expired'), byTransfer],
    ['it came in after cancelling in time', notDue, heard('paid'), refundDue],
    ['it is given back', refundDue, heard('paid', cents), refunded],
    ['a part is given back', refundDue, heard('paid', cents - 1), refundDue],
    ['it is given back by the provider’s own page', paid, heard('paid', cents), refunded],
    ['another was given back', paid, heard('paid', cents, 'tr_9'), paid],
  ])('[F15] %s', (_, payment, said, next) => {
    expect(hearOfPayment(payment, said)).toEqual(next)
  })

  test('[F15] nothing moves a paid one back, and twice is once', () => {
    const states: ProviderState[] = ['open', 'pending', 'authorized', 'paid', 'failed', 'expired', 'canceled']
    for (const payment of all)
      for (const state of states) {
        const once = hearOfPayment(payment, heard(state))

        expect(hearOfPayment(once, heard(state))).toEqual(once)
        expect(hearOfPayment(paid, heard(state))).toEqual(paid)
        expect(hearOfPayment(refunded, heard(state))).toEqual(refunded)
      }
  })
})

describe('a transfer', () => {
  test.each<[string, Payment, 'received' | 'refunded', Payment | string]>([
    ['came in', byTransfer, 'received', paidByTransfer],
    ['came in, said twice', paidByTransfer, 'received', paidByTransfer],
    ['came in without being asked for', due, 'received', { state: 'paid', cents, by: 'transfer', reference: '' }],
    ['was given back', { state: 'refund-due', ...transfer }, 'refunded', { state: 'refunded', ...transfer }],
    ['is no online payment', paid, 'received', 'paid-already'],
    ['does not give back an online payment', refundDue, 'refunded', 'no-refund-due'],
    ['is not needed', free, 'received', 'nothing-to-pay'],
    [
      'came in after cancelling, and goes back',
      notDue,
      'received',
      { state: 'refund-due', cents, by: 'transfer', reference: '' },
    ],
  ])('[F16] %s', (_, payment, what, next) => {
    const result = settleByHand(payment, what)

    expect(result.ok ? result.value : result.why.reason).toEqual(next)
  })
})

describe('when an appointment is cancelled', () => {
  test.each<[Payment['state'], Payment, Payment]>([
    ['due', due, notDue],
    ['waiting', waiting, notDue],
    ['failed', failed, notDue],
    ['paid', paid, refundDue],
    ['free', free, free],
    ['unknown', unknown, unknown],
    ['refunded', refunded, refunded],
  ])('[F10] in time, or by the professional, what is %s changes so', (_, payment, next) => {
    expect(paymentAfterCancelling(payment, false)).toEqual(next)
  })

  test('[F9] too late, what is due stays due and what is paid stays paid', () => {
    for (const payment of all) expect(paymentAfterCancelling(payment, true)).toEqual(payment)
  })
})
