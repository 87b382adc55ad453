/** One suggestion: who it is, why, whether someone is there now, and one tap to get there. */

import { findService } from '@houvast/directory/find-service'
import type { Service } from '@houvast/directory/service'
import type { Writer } from '@houvast/directory/suggest/audience'
import type { Suggestion } from '@houvast/directory/suggest/choose-lines'
import { subjects } from '@houvast/directory/suggest/subjects'
import { themes } from '@houvast/directory/themes'
import { ExternalLinkIcon, MessageCircleIcon, PhoneIcon } from '@houvast/ui/icon.tsx'
import { LiveBadge } from '../lines/live-badge.tsx'
import { type LiveLine, liveLines } from '../lines/live-lines.ts'
import { liveWords } from '../lines/live-words.ts'
import { sayHours } from '../lines/say-hours.ts'
import { sayTrust } from '../lines/say-trust.ts'
import { telephone } from '../lines/telephone.ts'
import { spokenLanguage, t } from '../messages.ts'
import { s } from './messages.ts'
import { reachableNow } from './reachable-now.ts'

type Props = {
  readonly suggestion: Suggestion
  readonly writer: Writer
  /** What the first suggestion is because of; left out on the first itself. */
  readonly after?: Suggestion | undefined
}

export function SuggestionCard({ suggestion, writer, after }: Props) {
  const service = findService(suggestion.line)
  if (!service) return null
  const language = spokenLanguage()
  const state = liveLines.state.value
  const live = state.is === 'known' ? state.byId.get(service.id) : undefined
  const isFirst = !after
  const headingId = `voorstel-${service.id}`
  return (
    <section class={isFirst ? 'card suggestion suggestion--first' : 'card suggestion'} aria-labelledby={headingId}>
      <div class="suggestion__head">
        <h3 id={headingId}>{service.name}</h3>
        {live && <LiveBadge live={live} />}
      </div>
      <p>{service.profile.value.forWhom[language]}</p>
      {suggestion.because !== after?.because && <p class="suggestion__why">{sayWhy(suggestion, writer)}</p>}
      <p class="suggestion__when">{live ? hereInWords(service, live) : hoursInWords(service)}</p>
      <p class="actions">
        <WayIn service={service} live={live} isFirst={isFirst} />
        <a
          class="button button--quiet"
          href={`/hulplijn/${service.id}`}
          aria-label={t('lines.about', { name: service.name })}
        >
          {t('lines.more')}
        </a>
      </p>
    </section>
  )
}

/** Here if it runs here and is not closed; else by phone; else on its own site. */
function WayIn({ service, live, isFirst }: { service: Service; live: LiveLine | undefined; isFirst: boolean }) {
  const look = isFirst ? 'button button--primary button--large' : 'button'
  if (live && live.state !== 'closed') {
    return (
      <a class={look} href={`/praten/${service.id}`}>
        <MessageCircleIcon />
        {s('result.chat', { name: service.name })}
      </a>
    )
  }
  const number = service.channels.find((channel) => channel.number)?.number
  if (number) {
    return (
      <a class={look} href={telephone(number.value)}>
        <PhoneIcon />
        {s('result.call', { number: number.value })}
      </a>
    )
  }
  if (!service.site) return null
  return (
    <a class={look} href={service.site.value} rel="noreferrer">
      <ExternalLinkIcon />
      {s('result.site', { site: new URL(service.site.value).hostname })}
    </a>
  )
}

/** What the line says of itself; and when only its chat is closed, that the phone is not. */
function hereInWords(service: Service, live: LiveLine): string {
  const words = liveWords(live, Date.now(), spokenLanguage())
  const canBeCalled = live.state === 'closed' && reachableNow(service.id, new Map(), Date.now())
  return canBeCalled ? `${words} ${s('result.phone-answers')}` : words
}

/** The hours of the first way in that has some, with how sure they are. */
function hoursInWords(service: Service): string {
  const language = spokenLanguage()
  for (const { hours } of service.channels) {
    const words =
      hours &&
      sayHours(hours.value, language, { dayAndNight: t('hours.day-and-night'), everyDay: t('hours.every-day') })
    if (hours && words) {
      const trust = sayTrust(hours, Date.now(), language)
      return `${words}. ${t(trust.key, trust.values)}`
    }
  }
  return t('hours.unknown')
}

export function sayWhy({ because }: Suggestion, { about, age }: Writer): string {
  const { theme } = subjects[because]
  const kind = theme === 'anything' ? 'result.listening' : 'result.because'
  const values = { theme: themes[theme][spokenLanguage()], age: age ?? '' }
  if (about === 'own-child') return s(`${kind}-child`, values)
  if (about === 'pupil') return s(`${kind}-pupil`, values)
  return age === undefined ? s(kind, values) : s(`${kind}-age`, values)
}
