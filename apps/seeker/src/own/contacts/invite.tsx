/** Asking someone to be a BackUp: a text to send oneself, with what it means and what it does not. */
import type { Contact } from '@houvast/rules/reach-out/contact'
import { CopyOrShare } from '../copy-or-share.tsx'
import { o } from '../messages.ts'
import { WaysToReach } from './ways-to-reach.tsx'

export function Invite({ contact }: { contact: Contact }) {
  const text = o('invite.text', { name: contact.name || o('contact.new'), place: `${location.origin}/bezorgd` })
  return (
    <details class="thing__more">
      <summary>{o('invite.title')}</summary>
      <p class="quoted" dir="auto">
        {text}
      </p>
      <WaysToReach contact={contact} text={text} />
      <CopyOrShare text={text} />
    </details>
  )
}
