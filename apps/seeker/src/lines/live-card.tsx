/** A line that runs here: what it says of itself now, and the way in. */
import type { Service } from '@houvast/directory/service'
import { MessageCircleIcon } from '@houvast/ui/icon.tsx'
import type { ComponentChildren } from 'preact'
import { spokenLanguage, t } from '../messages.ts'
import { LiveBadge } from './live-badge.tsx'
import type { LiveLine } from './live-lines.ts'
import { liveWords } from './live-words.ts'

type LiveProps = { readonly line: Service; readonly live: LiveLine }

/** In the list of lines. */
export function LiveCard({ line, live }: LiveProps) {
  return (
    <section class={`card live-card live-card--${live.state}`} aria-labelledby={`live-${line.id}`}>
      <div class="live-card__head">
        <h3 id={`live-${line.id}`}>{line.name}</h3>
        <LiveBadge live={live} />
      </div>
      <p>{line.profile.value.forWhom[spokenLanguage()]}</p>
      <WayIn line={line} live={live}>
        <a
          class="button button--quiet"
          href={`/hulplijn/${line.id}`}
          aria-label={t('lines.about', { name: line.name })}
        >
          {t('lines.more')}
        </a>
      </WayIn>
    </section>
  )
}

/** On the line's own page, where its name stands above. */
export function LiveNow({ line, live }: LiveProps) {
  return (
    <section class={`card live-card live-card--${live.state}`} aria-labelledby="hier">
      <div class="live-card__head">
        <h2 id="hier">{t('line.here')}</h2>
        <LiveBadge live={live} />
      </div>
      <WayIn line={line} live={live} />
    </section>
  )
}

function WayIn({ line, live, children }: LiveProps & { children?: ComponentChildren }) {
  return (
    <>
      <p class="live-card__wait">{liveWords(live, Date.now(), spokenLanguage())}</p>
      <p class="actions">
        {live.state !== 'closed' && (
          <a class="button button--primary" href={`/praten/${line.id}`}>
            <MessageCircleIcon />
            {t('lines.chat-with', { name: line.name })}
          </a>
        )}
        {children}
      </p>
    </>
  )
}
