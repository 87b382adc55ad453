/** What a professional or their coordinator opens beside the talks. */
import type { Signal } from '@preact/signals'
import { FollowUps } from '../follow-up/follow-ups.tsx'
import { t } from '../messages.ts'
import type { Desk } from '../talks/desk.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { RecognitionPanel } from './recognition-panel.tsx'

export type Panel = 'follow-ups' | 'profile' | 'recognition' | 'figures'

export function PanelList({ desk, panel }: { desk: Desk; panel: Signal<Panel | undefined> }) {
  const panels: readonly Panel[] =
    desk.me.role === 'coordinator' ? ['recognition', 'figures'] : ['follow-ups', 'profile']
  return (
    <section>
      <h2 id="panels">{t('panels.title')}</h2>
      <ul class="desk__list" aria-labelledby="panels">
        {panels.map((one) => (
          <li key={one}>
            <button
              type="button"
              class={`button button--wide ${panel.value === one ? 'desk__own--open' : ''}`}
              aria-current={panel.value === one}
              onClick={() => {
                panel.value = one
              }}
            >
              {t(`panels.${one}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function OpenPanel({ panel }: { panel: Panel }) {
  switch (panel) {
    case 'follow-ups':
      return <FollowUps />
    case 'profile':
      return <ProfilePanel />
    case 'recognition':
      return <RecognitionPanel />
    case 'figures':
      return <FiguresPanel />
  }
}
