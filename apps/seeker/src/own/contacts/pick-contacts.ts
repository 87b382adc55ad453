/** The phone's own contact picker, where there is one (Chrome for Android). Only who is chosen comes to the page. */
import type { Contact } from '@houvast/rules/reach-out/contact'

type Picked = {
  readonly name?: readonly string[]
  readonly tel?: readonly string[]
  readonly email?: readonly string[]
}
type ContactsManager = { select(what: readonly string[], options: { multiple: boolean }): Promise<readonly Picked[]> }

const manager = () => (navigator as { contacts?: ContactsManager }).contacts

export function mayPickContacts(): boolean {
  return typeof manager()?.select === 'function'
}

export async function pickContacts(): Promise<readonly Partial<Contact>[]> {
  try {
    const picked = (await manager()?.select(['name', 'tel', 'email'], { multiple: true })) ?? []
    return picked.map(({ name, tel, email }) => ({
      name: name?.[0] ?? '',
      phone: tel?.[0] ?? '',
      mail: email?.[0] ?? '',
    }))
  } catch {
    // Closed without choosing.
    return []
  }
}
