/** Where this appointment is kept, into one's own calendar, and off this device. */
import type { FollowUpShown } from '@houvast/protocol/follow-up-requests'
import { useSignal } from '@preact/signals'
import { offerFile } from '../own/offer-file.ts'
import type { AppointmentModel } from './appointment-model.ts'
import { f } from './messages.ts'

const offerCalendar = (ics: string) => offerFile(new Blob([ics], { type: 'text/calendar' }), 'afspraak.ics')

export function KeepSection({ model, shown }: { readonly model: AppointmentModel; readonly shown: FollowUpShown }) {
  const isAsking = useSignal(false)
  const hasMoment = shown.moment !== undefined && shown.phase !== 'missed'
  return (
    <section class="follow-up__part" aria-labelledby="bewaren">
      <h3 id="bewaren">{f('keep.title')}</h3>
      <p>{f('keep.device-only')}</p>
      {hasMoment && (
        <>
          <p>{f('keep.calendar')}</p>
          <p>
            <button type="button" class="button" onClick={() => void model.calendarFile(offerCalendar)}>
              {f('keep.download')}
            </button>
          </p>
        </>
      )}
      <div>
        {isAsking.value && <p>{f('keep.forget-note')}</p>}
        <button
          type="button"
          class="button button--quiet"
          onClick={() => {
            if (isAsking.value) void model.forget()
            isAsking.value = true
          }}
        >
          {f(isAsking.value ? 'keep.forget-yes' : 'keep.forget')}
        </button>
      </div>
    </section>
  )
}
