/** What to expect of a line that runs here: who waits, about how long, or when it opens. */
import type { Language } from '@houvast/i18n/languages'
import { t, tCount } from '../messages.ts'
import type { LiveLine } from './live-lines.ts'
import { sayWhen } from './say-when.ts'

export function liveWords(live: LiveLine, now: number, language: Language): string {
  if (live.state === 'closed') return closedWords(live, now, language)
  const waiting = live.waiting === 0 ? t('live.nobody-waits') : tCount('live.waiting', live.waiting)
  if (live.estimateMinutes === undefined) return waiting
  return `${waiting} ${tCount('live.estimate', live.estimateMinutes)}`
}

function closedWords(live: LiveLine, now: number, language: Language): string {
  if (live.reason === 'nobody-on-duty') return t('live.nobody-on-duty')
  if (!live.opensAt) return t('live.opens-unknown')
  return t('live.opens', sayWhen(Date.parse(live.opensAt), now, language))
}
