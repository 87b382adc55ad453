/** A moment and an amount, as people say them here. */
import { type Language, locales } from '@houvast/i18n/languages'
import { sayWhen } from '../lines/say-when.ts'
import { f, followUpLanguage } from './messages.ts'

export function sayMoment(at: number, now: number): string {
  const { day, time } = sayWhen(at, now, followUpLanguage())
  return f('when', { day: capital(day), time })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

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
