/** Waiting, designed: the place, an honest estimate with its basis, what comes next, and ways out. */
import { SayOnce } from '@houvast/ui/conversation-log.tsx'
import { t, tCount } from '../messages.ts'
import { EraseButton } from './erase-button.tsx'
import type { SeekerTalk } from './seeker-talk.ts'

export function WaitingPlace({ talk, name }: { talk: SeekerTalk; name: string }) {
  const queue = talk.queue.value
  const place = queue
    ? queue.place === 1
      ? t('talk.waiting.next')
      : t('talk.waiting.place', { place: queue.place })
    : t('talk.waiting.asking')

  return (
    <div class="card">
      <p class="waiting__number">{place}</p>
      <p>{queue?.minutes === undefined ? t('talk.waiting.unknown') : tCount('talk.waiting.minutes', queue.minutes)}</p>
      {queue?.minutes !== undefined && <p class="field__hint">{t('talk.waiting.basis')}</p>}
      {queue?.helpers === 0 && <p class="notice notice--warm">{t('talk.waiting.nobody')}</p>}
      <p>{t('talk.waiting.then', { name })}</p>
      <SayOnce said={place} />
    </div>
  )
}

export function WhileWaiting({ talk }: { talk: SeekerTalk }) {
  return (
    <>
      <h2>{t('talk.waiting.meanwhile')}</h2>
      <ul>
        <li>{t('talk.waiting.stay')}</li>
        <li>{t('talk.waiting.breathe')}</li>
        <li>
          <a href="/hulplijnen">{t('talk.waiting.other')}</a>
        </li>
      </ul>
      <EraseButton talk={talk} label={t('talk.waiting.leave')} />
    </>
  )
}
