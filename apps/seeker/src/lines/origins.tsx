/** Where each fact on the page was read, and when. Folded away: it is for who wants to check. */
import type { Service } from '@houvast/directory/service'
import { sources } from '@houvast/directory/sources'
import type { Stated } from '@houvast/directory/stated'
import { spokenLanguage, t } from '../messages.ts'
import { sayTrust } from './say-trust.ts'

type Origin = { readonly what: string; readonly fact: Stated<unknown> }

export function Origins({ service }: { service: Service }) {
  return (
    <details class="origins">
      <summary>{t('origin.title')}</summary>
      <ul>
        {originsOf(service).map(({ what, fact }) => (
          <li key={what}>{sayOrigin(what, fact)}</li>
        ))}
      </ul>
    </details>
  )
}

function originsOf(service: Service): readonly Origin[] {
  const { profile, site, answeredBy, kept, confidentialityEnds, note, channels } = service
  const ofChannels = channels.flatMap(({ by, number, hours }) => [
    { what: t('origin.number'), fact: number },
    { what: t('origin.hours', { channel: t(`channel.${by}`) }), fact: hours },
  ])
  return [
    { what: t('origin.profile'), fact: profile },
    ...ofChannels,
    { what: t('origin.site'), fact: site },
    { what: t('know.who-answers'), fact: answeredBy },
    { what: t('know.kept'), fact: kept },
    { what: t('know.confidential'), fact: confidentialityEnds },
    { what: t('origin.note'), fact: note },
  ].flatMap(({ what, fact }) => (fact ? [{ what, fact }] : []))
}

function sayOrigin(what: string, fact: Stated<unknown>): string {
  const language = spokenLanguage()
  const trust = sayTrust(fact, Date.now(), language)
  return t('origin.fact', { what, source: sources[fact.source][language], trust: t(trust.key, trust.values) })
}
