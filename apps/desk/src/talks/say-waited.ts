import { MINUTE_MS } from '@houvast/rules/time'
import { t, tCount } from '../messages.ts'

/** How long somebody has been waiting, to the minute. */
export function sayWaited(since: number, now: number): string {
  const minutes = Math.floor((now - since) / MINUTE_MS)
  return minutes < 1 ? t('desk.just-now') : tCount('desk.waited', minutes)
}
