/** One way to reach a line, with its hours and how sure they are, and one tap to go there. */
import type { Channel } from '@houvast/directory/service'
import type { Stated } from '@houvast/directory/stated'
import { ExternalLinkIcon, MailIcon, MapPinIcon, MessageCircleIcon, PhoneIcon, UsersIcon } from '@houvast/ui/icon.tsx'
import type { ComponentType } from 'preact'
import { spokenLanguage, t } from '../messages.ts'
import { sayHours } from './say-hours.ts'
import { sayTrust } from './say-trust.ts'
import { telephone } from './telephone.ts'

const signs: Readonly<Record<Channel['by'], ComponentType>> = {
  phone: PhoneIcon,
  chat: MessageCircleIcon,
  mail: MailIcon,
  forum: UsersIcon,
  'on-site': MapPinIcon,
}

export function ChannelRow({ channel, site }: { channel: Channel; site: string | undefined }) {
  const { by, number, free, minutesMax, note } = channel
  const Sign = signs[by]
  return (
    <div class="channel">
      <span class="channel__sign">
        <Sign />
      </span>
      <div class="channel__words">
        <h3 class="channel__name">
          {t(`channel.${by}`)}
          {free?.value && <span class="channel__free">{t('channel.free')}</span>}
        </h3>
        <HoursLine channel={channel} />
        {minutesMax && <p>{t('channel.minutes-max', { minutes: minutesMax.value })}</p>}
        {note && <p>{note.value[spokenLanguage()]}</p>}
        {number && number.status !== 'confirmed' && <TrustLine of={number} />}
      </div>
      {number ? (
        <a class="button" href={telephone(number.value)}>
          <PhoneIcon />
          {number.value}
        </a>
      ) : (
        site && (
          <a class="button" href={site} rel="noreferrer">
            <ExternalLinkIcon />
            {new URL(site).hostname}
            <span class="visually-hidden">{t('line.leaves')}</span>
          </a>
        )
      )}
    </div>
  )
}

function HoursLine({ channel: { hours, number, by } }: { channel: Channel }) {
  const language = spokenLanguage()
  const words =
    hours && sayHours(hours.value, language, { dayAndNight: t('hours.day-and-night'), everyDay: t('hours.every-day') })
  if (hours && words) {
    return (
      <>
        <p>{words}</p>
        <TrustLine of={hours} />
      </>
    )
  }
  // Mail and forum have no hours to miss.
  if (by === 'mail' || by === 'forum') return null
  return <p>{t(number ? 'hours.unknown-phone' : 'hours.unknown')}</p>
}

function TrustLine({ of }: { of: Stated<unknown> }) {
  const trust = sayTrust(of, Date.now(), spokenLanguage())
  return <p class="trust">{t(trust.key, trust.values)}</p>
}
