/** One BackUp: the ways to reach them first, and folded away what is known of them. */
import { type Contact, isCallable, NAME_MAX } from '@houvast/rules/reach-out/contact'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { AutoText } from '../auto-text.tsx'
import { o } from '../messages.ts'
import { planItems } from '../plan/plan-model.ts'
import { contacts, putFirst } from './contacts-model.ts'
import { Invite } from './invite.tsx'
import { Portrait } from './portrait.tsx'
import { WaysToReach } from './ways-to-reach.tsx'

type Props = { readonly contact: Contact; readonly isFirst: boolean; readonly isNew: boolean }

export function ContactCard({ contact, isFirst, isNew }: Props) {
  const isOpen = useSignal(isNew)
  const card = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (isNew) card.current?.querySelector('input')?.focus()
  }, [isNew])
  const name = contact.name || o('contact.new')
  const isNumberOdd = contact.phone.trim() !== '' && !isCallable(contact.phone)
  const change = (part: Partial<Contact>) => contacts.change(contact.id, part)

  return (
    <li class="card person" ref={card}>
      <header class="person__head">
        <Portrait contact={contact} onPhoto={(photo) => change({ photo })} />
        <div>
          <h2>{name}</h2>
          {contact.role && <p>{contact.role}</p>}
          {isFirst && <p class="badge badge--open">{o('contact.first')}</p>}
        </div>
      </header>
      {contact.mayAsk && <p>{contact.mayAsk}</p>}
      <WaysToReach contact={contact} />
      <details
        class="thing__more"
        open={isOpen.value}
        onToggle={(event) => {
          isOpen.value = event.currentTarget.open
        }}
      >
        <summary>
          {o('contact.change')}
          <span class="visually-hidden"> {name}</span>
        </summary>
        <AutoText
          id={`naam-${contact.id}`}
          label={o('contact.name')}
          value={contact.name}
          longest={NAME_MAX}
          isOneLine
          onText={(text) => change({ name: text })}
        />
        <AutoText
          id={`rol-${contact.id}`}
          label={o('contact.role')}
          value={contact.role}
          longest={NAME_MAX}
          isOneLine
          onText={(role) => change({ role })}
        />
        <AutoText
          id={`nummer-${contact.id}`}
          label={o('contact.phone')}
          value={contact.phone}
          longest={30}
          type="tel"
          onText={(phone) => change({ phone })}
        />
        <p role="alert">{isNumberOdd && o('contact.odd-number')}</p>
        <AutoText
          id={`mail-${contact.id}`}
          label={o('contact.mail')}
          value={contact.mail}
          longest={120}
          type="email"
          onText={(mail) => change({ mail })}
        />
        <AutoText
          id={`vraag-${contact.id}`}
          label={o('contact.may-ask')}
          hint={o('contact.may-ask.hint')}
          value={contact.mayAsk}
          longest={300}
          onText={(mayAsk) => change({ mayAsk })}
        />
        <Invite contact={contact} />
        <p class="actions">
          {!isFirst && (
            <button type="button" class="button" onClick={() => putFirst(contact)}>
              {o('contact.put-first')}
            </button>
          )}
          <button type="button" class="button button--quiet" onClick={() => remove(contact.id)}>
            {o('contact.remove', { name })}
          </button>
        </p>
      </details>
    </li>
  )
}

/** Out of the plan as well: a step never points to somebody who is no longer there. */
function remove(id: string) {
  for (const item of planItems.items.value) if (item.contact === id) planItems.remove(item.id)
  contacts.remove(id)
}
