/** «Mijn BackUps»: who is there for me, whom to reach first, and how to add or invite someone. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import './people.css'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { SavedNote } from '../saved-note.tsx'
import { ContactCard } from './contact-card.tsx'
import { addContact, contactsInOrder } from './contacts-model.ts'
import { mayPickContacts, pickContacts } from './pick-contacts.ts'
import { readVcards } from './read-vcards.ts'

export function ContactsPage() {
  const people = contactsInOrder()
  const said = useSignal('')
  const added = useSignal<string | undefined>(undefined)
  const file = useRef<HTMLInputElement>(null)

  async function importFrom(list: FileList | null) {
    const texts = await Promise.all([...(list ?? [])].map((one) => one.text()))
    const found = texts.flatMap(readVcards)
    for (const person of found) addContact(person)
    said.value = found.length > 0 ? o('contacts.imported', { count: found.length }) : o('contacts.nothing-in-file')
    if (file.current) file.current.value = ''
  }

  async function pick() {
    for (const person of await pickContacts()) addContact(person)
  }

  return (
    <Page title={o('contacts.title')} lead={o('contacts.lead')}>
      <ol class="things plain-list">
        {people.map((contact, at) => (
          <ContactCard key={contact.id} contact={contact} isFirst={at === 0} isNew={added.value === contact.id} />
        ))}
      </ol>
      <p class="actions">
        <button
          type="button"
          class="button button--primary"
          onClick={() => {
            added.value = addContact().id
          }}
        >
          {o('contacts.add')}
        </button>
        {mayPickContacts() && (
          <button type="button" class="button" onClick={() => void pick()}>
            {o('contacts.pick')}
          </button>
        )}
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {o('contacts.import')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".vcf,text/vcard,text/x-vcard"
          multiple
          aria-label={o('contacts.import')}
          onChange={(event) => void importFrom(event.currentTarget.files)}
        />
      </p>
      <p class="field__hint">{o('contacts.import-how')}</p>
      <p role="status">{said.value}</p>
      <SavedNote />
      <p>
        <a href="/houvast/nood-sms">{o('contacts.to-texts')}</a>
      </p>
    </Page>
  )
}
