/** `/afspraak/:id`: an appointment that this device has the secret of. */
import type { PageProps } from '../lazy-page.tsx'
import { Page } from '../shell/page.tsx'
import { Appointment } from './appointment.tsx'
import { f } from './messages.ts'

export function AppointmentPage({ params }: PageProps) {
  const id = params?.id ?? ''
  return (
    <Page title={f('page.title')} key={id}>
      <Appointment id={id} />
    </Page>
  )
}
