/** A line or service in the list: for whom, about what, how to reach it; the whole card leads to its own page. */
import type { Channel, Service } from '@houvast/directory/service'
import { themes } from '@houvast/directory/themes'
import { spokenLanguage, t } from '../messages.ts'
import { LiveBadge } from './live-badge.tsx'
import type { LiveLine } from './live-lines.ts'

const THEMES_SHOWN = 4

export function ServiceCard({ service, live }: { service: Service; live?: LiveLine | undefined }) {
  const language = spokenLanguage()
  const { forWhom, themes: about } = service.profile.value
  return (
    <a class="card service-card" href={`/hulplijn/${service.id}`}>
      <span class="service-card__head">
        <strong class="service-card__name">{service.name}</strong>
        {live && <LiveBadge live={live} />}
      </span>
      <span>{forWhom[language]}</span>
      <span class="service-card__themes">
        {about
          .slice(0, THEMES_SHOWN)
          .map((theme) => themes[theme][language])
          .join(' · ')}
      </span>
      <span class="service-card__ways">{waysToReach(service.channels)}</span>
    </a>
  )
}

function waysToReach(channels: readonly Channel[]): string {
  return channels
    .map(({ by, number }) => (number ? t('channel.call', { number: number.value }) : t(`channel.${by}`)))
    .join(' · ')
}
