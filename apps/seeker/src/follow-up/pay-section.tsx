/** What it costs, how far paying is, and the two ways to pay. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import type { AppointmentModel } from './appointment-model.ts'
import { type FollowUpKey, f, followUpLanguage } from './messages.ts'
import { sayAmount, sayDay } from './say-moment.ts'

type Props = { readonly model: AppointmentModel; readonly shown: FollowUpShown }

export function PaySection({ model, shown }: Props) {
  const { payment, phase, tariff, professional: name } = shown
  if (phase === 'arranging' || phase === 'stopped') return null
  const language = followUpLanguage()
  const amount = payment.cents === undefined ? '' : sayAmount(payment.cents, language)
  const canPay = payment.canPayOnline || payment.canTransfer
  return (
    <section class="follow-up__part" aria-labelledby="betalen">
      <h3 id="betalen">{f('pay.title')}</h3>
      <p role="status">{f(sentenceOf(payment), { amount, name })}</p>
      {tariff.kind === 'convention' && payment.cents !== undefined && (
        <p class="follow-up__small">
          {f('pay.convention', { source: tariff.source, date: sayDay(Date.parse(tariff.readOn), language) })}
        </p>
      )}
      {payment.transfer && <Transfer transfer={payment.transfer} />}
      {canPay && (
        <>
          <p class="follow-up__small">{f('pay.who-sees', { name })}</p>
          <div class="follow-up__choices">
            {payment.canPayOnline && (
              <button
                type="button"
                class="button button--primary"
                disabled={model.isBusy.value}
                onClick={() => void model.pay('online')}
              >
                {f('pay.online')}
              </button>
            )}
            {payment.canTransfer && !payment.transfer && (
              <button
                type="button"
                class="button"
                disabled={model.isBusy.value}
                onClick={() => void model.pay('transfer')}
              >
                {f('pay.transfer')}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function sentenceOf({ state, by }: FollowUpShown['payment']): FollowUpKey {
  if (state !== 'waiting') return `pay.${state}`
  return by === 'transfer' ? 'pay.waiting-transfer' : 'pay.waiting-online'
}

function Transfer({ transfer }: { readonly transfer: { iban: string; holder: string; reference: string } }) {
  return (
    <dl class="follow-up__transfer">
      <dt>{f('pay.iban')}</dt>
      <dd>{transfer.iban.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
      <dt>{f('pay.holder')}</dt>
      <dd>{transfer.holder}</dd>
      <dt>{f('pay.reference')}</dt>
      <dd>{transfer.reference}</dd>
    </dl>
  )
}
