/**
 * «Ik wil met iemand praten»: first who is here now, then who can be called day and night, then everyone else. With the
 * front page before it and the start after it, a conversation is three taps away.
 */
import { lines } from '@houvast/directory/lines'
import { otherServices } from '@houvast/directory/other-services'
import type { Service } from '@houvast/directory/service'
import { InfoIcon, VideoIcon } from '@houvast/ui/icon.tsx'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import './lines.css'
import { t } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { DayAndNight } from './day-and-night.tsx'
import { LiveCard } from './live-card.tsx'
import { followLiveLines, liveLines, psychologistLine } from './live-lines.ts'
import { orderLines } from './order-lines.ts'
import { ServiceCard } from './service-card.tsx'

export function LinesPage() {
  useEffect(() => followLiveLines(), [])

  return (
    <Page title={t('lines.title')} lead={t('lines.lead')} wide>
      <section class="section" aria-labelledby="nu">
        <h2 id="nu">{t('lines.here')}</h2>
        <HereNow />
        {psychologistLine(liveLines.state.value) && (
          <p>
            <a class="button button--wide" href="/psycholoog">
              <VideoIcon />
              {t('front.psychologist.title')}
            </a>
          </p>
        )}
      </section>
      <section class="section" aria-labelledby="bellen">
        <h2 id="bellen">{t('lines.day-and-night')}</h2>
        <DayAndNight />
      </section>
      <section class="section" aria-labelledby="alle">
        <h2 id="alle">{t('lines.all')}</h2>
        <p class="section__hint">{t('lines.all-hint')}</p>
        <Services of={lines} />
      </section>
      <section class="section" aria-labelledby="andere">
        <h2 id="andere">{t('lines.other')}</h2>
        <Services of={otherServices} />
      </section>
    </Page>
  )
}

function HereNow() {
  const state = liveLines.state.value
  if (state.is === 'asking') return <p class="section__hint">{t('live.asking')}</p>
  if (state.is === 'unreachable') return <Notice>{t('live.unreachable')}</Notice>
  const here = orderLines(lines, state.byId)
  if (here.length === 0) return <Notice>{t('live.none-here')}</Notice>
  return (
    <>
      {here.every(({ live }) => live.state === 'closed') && <Notice>{t('live.all-closed')}</Notice>}
      <ul class="live-cards plain-list">
        {here.map(({ line, live }) => (
          <li key={line.id}>
            <LiveCard line={line} live={live} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Notice({ children }: { children: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <InfoIcon />
      <p>{children}</p>
    </div>
  )
}

function Services({ of }: { of: readonly Service[] }) {
  const state = liveLines.state.value
  return (
    <ul class="service-cards plain-list">
      {of.map((service) => (
        <li key={service.id}>
          <ServiceCard service={service} live={state.is === 'known' ? state.byId.get(service.id) : undefined} />
        </li>
      ))}
    </ul>
  )
}
