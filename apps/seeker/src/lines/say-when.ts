/** A moment soon to come, as people say it: `vandaag om 18:00`, `woensdag om 14:00`, `8 januari om 09:00`. In Belgian time. */
import { type Language, locales } from '@houvast/i18n/languages'

const timeZone = 'Europe/Brussels'
const DAY_MS = 86_400_000

export type Moment = { readonly day: string; readonly time: string }

export function sayWhen(at: number, now: number, language: Language): Moment {
  const time = new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
  const ahead = dayNumber(at) - dayNumber(now)
  return { day: sayDay(at, ahead, language), time }
}

function sayDay(at: number, ahead: number, language: Language): string {
  if (ahead === 0 || ahead === 1)
    return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(ahead, 'day')
  const form: Intl.DateTimeFormatOptions =
    ahead > 0 && ahead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(locales[language], { ...form, timeZone }).format(at)
}

/** Days since 1970 on the calendar in Belgium. */
function dayNumber(at: number): number {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}
