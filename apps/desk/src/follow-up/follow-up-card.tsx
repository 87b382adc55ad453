/** One appointment at the desk, and what can be done with it now. */
import type { DeskFollowUp } from '@houvast/protocol/follow-up-requests'
import { codeOf } from '@houvast/rules/follow-up/code'
import { MISSED_AFTER_MS, MISSED_UNTIL_MS } from '@houvast/rules/follow-up/follow-up'
import { useSignal } from '@preact/signals'
import type { FollowUpsModel } from './follow-ups-model.ts'
import { type FollowUpKey, f, sayReason } from './messages.ts'
import { ProposeForm } from './propose-form.tsx'
import { sayAmount, sayMoment } from './say-moment.ts'

type Props = { readonly model: FollowUpsModel; readonly one: DeskFollowUp }

export function FollowUpCard({ model, one }: Props) {
  const { id, kind, how, moment, proposals } = one
  const now = model.now.value
  const problem = model.problem.value
  const isAhead = one.phase === 'booked' && moment !== undefined && moment.from > now
  const mayPropose = one.phase === 'arranging' || isAhead
  const mayMiss =
    one.phase === 'booked' &&
    moment !== undefined &&
    now >= moment.from + MISSED_AFTER_MS &&
    now <= moment.from + MISSED_UNTIL_MS
  return (
    <article class="card follow-up__card" aria-label={f('list.code', { code: codeOf(id) })}>
      <p>
        <strong>{moment ? sayMoment(moment.from) : f('phase.arranging')}</strong>
      </p>
      <p>
        {f(`kind.${kind}`)} · {f(`how.${how}`)} · {f('list.code', { code: codeOf(id) })}
      </p>
      <p>{f(phaseKey(one))}</p>
      {one.isDisputed && <p>{f('phase.disputed')}</p>}
      {moment && <p>{sayPayment(one.payment)}</p>}
      {proposals.length > 0 && (
        <p>{f('proposed', { moments: proposals.map(({ from }) => sayMoment(from)).join('; ') })}</p>
      )}
      <p role="alert">{problem?.id === id && sayReason('problem', problem.reason)}</p>
      {mayPropose && <ProposeForm model={model} id={id} isMoving={isAhead} />}
      <div class="follow-up__choices">
        {mayMiss && (
          <button type="button" class="button" onClick={() => void model.noShow(id)}>
            {f('missed.ask')}
          </button>
        )}
        <Settle model={model} one={one} />
        {mayPropose && <Cancel model={model} id={id} isBooked={isAhead} />}
      </div>
    </article>
  )
}

function Settle({ model, one: { id, payment } }: Props) {
  const isAwaited = payment.state === 'due' || payment.state === 'failed' || payment.state === 'waiting'
  const isUnexpected = payment.state === 'not-due'
  const isDueBack = payment.state === 'refund-due' && payment.by === 'transfer'
  if (!isAwaited && !isDueBack && !isUnexpected) return null
  return (
    <button type="button" class="button" onClick={() => void model.settle(id, isDueBack ? 'refunded' : 'received')}>
      {f(isDueBack ? 'pay.given-back' : isUnexpected ? 'pay.received-late' : 'pay.received')}
    </button>
  )
}

function Cancel({ model, id, isBooked }: { model: FollowUpsModel; id: string; isBooked: boolean }) {
  const isAsking = useSignal(false)
  if (!isAsking.value)
    return (
      <button
        type="button"
        class="button button--quiet"
        onClick={() => {
          isAsking.value = true
        }}
      >
        {f(isBooked ? 'cancel.ask' : 'stop.ask')}
      </button>
    )
  return (
    <>
      {isBooked && <p>{f('cancel.note')}</p>}
      <button type="button" class="button" onClick={() => void model.cancel(id)}>
        {f('cancel.yes')}
      </button>
      <button
        type="button"
        class="button button--primary"
        onClick={() => {
          isAsking.value = false
        }}
      >
        {f('cancel.keep')}
      </button>
    </>
  )
}

function phaseKey({ phase, by, isLate }: DeskFollowUp): FollowUpKey {
  if (phase !== 'cancelled') return `phase.${phase}`
  if (by === 'professional') return 'phase.cancelled-professional'
  return isLate ? 'phase.cancelled-late' : 'phase.cancelled-seeker'
}

function sayPayment({ state, cents, by, reference }: DeskFollowUp['payment']): string {
  const amount = cents === undefined ? '' : sayAmount(cents)
  if (state !== 'waiting') return f(`pay.${state}`, { amount })
  return by === 'transfer'
    ? f('pay.waiting-transfer', { amount, reference: reference ?? '' })
    : f('pay.waiting-online', { amount })
}
