/** Cancelling, with what it costs said before, and asked once more. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { useSignal } from '@preact/signals'
import type { AppointmentModel } from './appointment-model.ts'
import { f } from './messages.ts'

export function CancelSection({ model, shown }: { readonly model: AppointmentModel; readonly shown: FollowUpShown }) {
  const isAsking = useSignal(false)
  const { phase, moment, now, cancellingCosts } = shown
  if (phase === 'arranging')
    return (
      <p>
        <button type="button" class="button button--quiet" onClick={() => void model.cancel()}>
          {f('pick.stop')}
        </button>
      </p>
    )
  if (phase !== 'booked' || !moment || moment.from <= now) return null
  return (
    <section class="follow-up__part" aria-labelledby="annuleren">
      <h3 id="annuleren">{f('cancel.title')}</h3>
      <p>{f(cancellingCosts ? 'cancel.costs' : 'cancel.free')}</p>
      <div class="follow-up__choices">
        {isAsking.value ? (
          <>
            <button
              type="button"
              class="button"
              disabled={model.isBusy.value}
              onClick={() => {
                isAsking.value = false
                void model.cancel()
              }}
            >
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
        ) : (
          <button
            type="button"
            class="button"
            onClick={() => {
              isAsking.value = true
            }}
          >
            {f('cancel.ask')}
          </button>
        )}
      </div>
    </section>
  )
}
