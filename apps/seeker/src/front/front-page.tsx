/** The front door: one question, four doors of equal dignity, and a box for who would rather say it in their own words. */
import type { Language } from '@houvast/i18n/languages'
import { ArrowRightIcon, HandHeartIcon, LifeBuoyIcon, MessageCircleIcon, SproutIcon } from '@houvast/ui/icon.tsx'
import type { ComponentType } from 'preact'
import './front-page.css'
import { crisisAddress } from '../crisis-address.ts'
import { type MessageKey, spokenLanguage, t } from '../messages.ts'
import { SearchBox } from '../search/search-box.tsx'
import { Page } from '../shell/page.tsx'
import { OpenDoorScene } from './open-door-scene.tsx'
import { PsychologistDoor } from './psychologist-door.tsx'

type Door = {
  readonly leadsTo: (language: Language) => string
  readonly Sign: ComponentType
  readonly title: MessageKey
  readonly text: MessageKey
}

const doors: readonly Door[] = [
  {
    leadsTo: (language) => crisisAddress[language],
    Sign: LifeBuoyIcon,
    title: 'front.now.title',
    text: 'front.now.text',
  },
  { leadsTo: () => '/hulplijnen', Sign: MessageCircleIcon, title: 'front.talk.title', text: 'front.talk.text' },
  { leadsTo: () => '/houvast', Sign: SproutIcon, title: 'front.hold.title', text: 'front.hold.text' },
  { leadsTo: () => '/bezorgd', Sign: HandHeartIcon, title: 'front.worried.title', text: 'front.worried.text' },
]

export function FrontPage() {
  return (
    <div class="front">
      <OpenDoorScene />
      <Page title={t('front.title')} tab={t('front.tab')} lead={t('front.lead')} wide>
        <ul class="doors plain-list">
          {doors.map((door) => (
            <li key={door.title}>
              <a class="door" href={door.leadsTo(spokenLanguage())}>
                <span class="door__sign">
                  <door.Sign />
                </span>
                <span class="door__words">
                  <strong class="door__title">{t(door.title)}</strong>
                  <span class="door__text">{t(door.text)}</span>
                </span>
                <ArrowRightIcon />
              </a>
            </li>
          ))}
        </ul>
        <PsychologistDoor />
        <SearchBox />
        <p class="front__promise">
          {t('front.promise')} <a href="/privacy">{t('front.promise-link')}</a>
        </p>
      </Page>
    </div>
  )
}
