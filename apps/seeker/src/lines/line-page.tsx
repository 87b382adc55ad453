/** One line: for whom, how to reach it, what is good to know before you start, and where we have it from. */
import { findService } from '@houvast/directory/find-service'
import type { Service } from '@houvast/directory/service'
import { themes } from '@houvast/directory/themes'
import { ArrowLeftIcon, InfoIcon } from '@houvast/ui/icon.tsx'
import { useEffect } from 'preact/hooks'
import './lines.css'
import type { PageProps } from '../lazy-page.tsx'
import { spokenLanguage, t } from '../messages.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { Page } from '../shell/page.tsx'
import { ChannelRow } from './channel-row.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { LiveNow } from './live-card.tsx'
import { followLiveLines, liveLines } from './live-lines.ts'
import { Origins } from './origins.tsx'

export function LinePage({ params }: PageProps) {
  const service = findService(params?.id ?? '')
  useEffect(() => followLiveLines(), [])
  // The key starts a page anew when someone goes straight from one line to another.
  return service ? <Found key={service.id} service={service} /> : <NotFoundPage />
}

function Found({ service }: { service: Service }) {
  const language = spokenLanguage()
  const { forWhom, themes: about } = service.profile.value
  const state = liveLines.state.value
  const live = state.is === 'known' ? state.byId.get(service.id) : undefined
  return (
    <Page title={service.name} lead={forWhom[language]}>
      {service.note && (
        <div class="notice notice--warm">
          <InfoIcon />
          <p>{service.note.value[language]}</p>
        </div>
      )}
      {live && <LiveNow line={service} live={live} />}
      <section class="section" aria-labelledby="bereiken">
        <h2 id="bereiken">{t(live ? 'line.reach-otherwise' : 'line.reach')}</h2>
        <ul class="channels plain-list">
          {service.channels.map((channel) => (
            <li key={channel.by}>
              <ChannelRow channel={channel} site={service.site?.value} />
            </li>
          ))}
        </ul>
      </section>
      <section class="section" aria-labelledby="waarover">
        <h2 id="waarover">{t('line.about')}</h2>
        <ul class="chips plain-list">
          {about.map((theme) => (
            <li key={theme} class="chip">
              {themes[theme][language]}
            </li>
          ))}
        </ul>
      </section>
      <GoodToKnow service={service} />
      <Origins service={service} />
      <p class="back">
        <a class="button button--quiet" href="/hulplijnen">
          <ArrowLeftIcon />
          {t('line.back')}
        </a>
      </p>
    </Page>
  )
}
