/** `/afspraak/:id`: an appointment that this device has the secret of. */
import type { PageProps } from '../lazy-page.tsx'
import { Page } from '../shell/page.tsx'
import { Appointment } from './appointment.tsx'
import { f } from './messages.ts'

/** A booked talk is held where every talk is. */
const doorTo = ({ professional }: { readonly professional: string }) => (
  <a class="button button--primary button--large" href={`/psycholoog/${professional}`}>
    {f('door.go')}
  </a>
)

export function AppointmentPage({ params }: PageProps) {
  const id = params?.id ?? ''
  return (
    <Page title={f('page.title')} key={id}>
      <Appointment id={id} door={doorTo} />
    </Page>
  )
}
