/** One button for each way in which somebody can be reached. What opens is the phone's own program. */
import { addressOf } from '@houvast/rules/reach-out/addresses'
import type { Contact, Way } from '@houvast/rules/reach-out/contact'
import { MailIcon, MessageCircleIcon, MessageSquareIcon, PhoneIcon } from '@houvast/ui/icon.tsx'
import type { ComponentType } from 'preact'
import { o } from '../messages.ts'
import { platform } from './platform.ts'

const shown: readonly (readonly [Way, ComponentType])[] = [
  ['call', PhoneIcon],
  ['sms', MessageSquareIcon],
  ['whatsapp', MessageCircleIcon],
  ['signal', MessageCircleIcon],
  ['mail', MailIcon],
]

export function WaysToReach({ contact, text = '' }: { contact: Contact; text?: string }) {
  const ways = shown.flatMap(([way, Sign]) => {
    const address = addressOf(contact, way, { text, platform: platform() })
    return address ? [{ way, Sign, address }] : []
  })
  if (ways.length === 0) return null
  return (
    <ul class="ways plain-list">
      {ways.map(({ way, Sign, address }) => (
        <li key={way}>
          <a
            class={way === 'call' ? 'button button--primary' : 'button'}
            href={address}
            rel="noreferrer"
            {...(address.startsWith('https:') && { target: '_blank' })}
          >
            <Sign />
            {o(`way.${way}`)}
            <span class="visually-hidden"> {contact.name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
