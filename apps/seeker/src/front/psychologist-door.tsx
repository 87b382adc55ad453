/** The way to a psychologist, where some work here. */
import { ArrowRightIcon, VideoIcon } from '@houvast/ui/icon.tsx'
import { useEffect } from 'preact/hooks'
import { followLiveLines, liveLines, psychologistLine } from '../lines/live-lines.ts'
import { t } from '../messages.ts'

export function PsychologistDoor() {
  useEffect(() => followLiveLines(), [])
  if (psychologistLine(liveLines.state.value) === undefined) return null
  return (
    <p>
      <a class="door" href="/psycholoog">
        <span class="door__sign">
          <VideoIcon />
        </span>
        <span class="door__words">
          <strong class="door__title">{t('front.psychologist.title')}</strong>
          <span class="door__text">{t('front.psychologist.text')}</span>
        </span>
        <ArrowRightIcon />
      </a>
    </p>
  )
}
