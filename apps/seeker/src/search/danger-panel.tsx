/** What comes before any suggestion when there may be danger now: one sentence for each kind, and whom to call. */
import { callIn, type DangerId } from '@houvast/directory/suggest/dangers'
import { urgentContact } from '@houvast/directory/suggest/urgent-contacts'
import { PhoneIcon } from '@houvast/ui/icon.tsx'
import { crisisAddress } from '../crisis-address.ts'
import { telephone } from '../lines/telephone.ts'
import { spokenLanguage } from '../messages.ts'
import { s } from './messages.ts'

export function DangerPanel({ kinds }: { kinds: readonly DangerId[] }) {
  if (kinds.length === 0) return null
  const contacts = [...new Set(kinds.flatMap((kind) => callIn[kind]))]
  return (
    <section class="card danger" aria-label={s('danger.label')}>
      {kinds.map((kind) => (
        <p key={kind} class="danger__words">
          {s(`danger.${kind}`)}
        </p>
      ))}
      <p class="actions">
        {contacts.map((id) => (
          <Contact key={id} id={id} />
        ))}
      </p>
      {kinds.includes('wants-to-die-now') && (
        <p>
          <a href={crisisAddress[spokenLanguage()]}>{s('danger.crisis')}</a>
        </p>
      )}
    </section>
  )
}

function Contact({ id }: { id: string }) {
  const { name, number } = urgentContact(id)
  if (!number) {
    return (
      <a class="button button--large" href={`/hulplijn/${id}`}>
        {s('danger.see')}
      </a>
    )
  }
  return (
    <a class="button button--primary button--large" href={telephone(number)}>
      <PhoneIcon />
      <span>
        {s('danger.call', { name: number })} <span class="danger__name">{name.replace(number, '')}</span>
      </span>
    </a>
  )
}
