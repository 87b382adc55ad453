/** The BackUps of this device, the one to reach first on top. */
import type { Contact } from '@houvast/rules/reach-out/contact'
import { createCollection } from '../collection.ts'

export const contacts = createCollection<Contact>('contact')

export const contactsInOrder = () => [...contacts.items.value].sort((a, b) => a.place - b.place)

export function addContact(given: Partial<Contact> = {}): Contact {
  const place = (contactsInOrder().at(-1)?.place ?? 0) + 1
  const contact = { id: crypto.randomUUID(), name: '', role: '', mayAsk: '', phone: '', mail: '', ...given, place }
  contacts.put(contact)
  return contact
}

/** Who is reached first is a choice of this person, not of the alphabet. */
export function putFirst(contact: Contact): void {
  const first = contactsInOrder()[0]
  if (first && first.id !== contact.id) contacts.change(contact.id, { place: first.place - 1 })
}
