/** A moment and an amount, as people say them here. */
import { type Language, locales } from '@houvast/i18n/languages'
import { f, followUpLanguage } from './messages.ts'

/** Always with its date: an appointment is written down. */
export function sayMoment(at: number): string {
  const language = followUpLanguage()
  const day = sayDay(at, language)
  return f('when', { day: day.charAt(0).toUpperCase() + day.slice(1), time: sayTime(at, language) })
}

export const sayTime = (at: number, language: Language) =>
  new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Brussels',
  }).format(at)

/** `dinsdag 1 december`, as the name of a day to choose. */
export const sayDay = (at: number, language: Language) =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Brussels',
  }).format(at)

export const sayAmount = (cents: number, language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)
