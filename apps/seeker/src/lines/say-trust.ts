/** How far a fact can be trusted, in words: nothing on a card may look surer than it is. */
import { type SeenOn, type Stated, statusOn } from '@houvast/directory/stated'
import { type Language, locales } from '@houvast/i18n/languages'
import type { MessageKey } from '../messages.ts'

export type Trust = {
  readonly key: Extract<MessageKey, `trust.${string}`>
  readonly values?: { readonly date: string }
}

/** Confirmed facts say when; all others say that they may be wrong and where to look. */
export function sayTrust(fact: Stated<unknown>, now: number, language: Language): Trust {
  const date = fact.verifiedOn && saySeenOn(fact.verifiedOn, language)
  switch (statusOn(fact, now)) {
    case 'confirmed':
      return date ? { key: 'trust.confirmed', values: { date } } : { key: 'trust.unverified' }
    case 'stale':
      return date ? { key: 'trust.stale', values: { date } } : { key: 'trust.stale-undated' }
    case 'unverified':
      return { key: 'trust.unverified' }
  }
}

/** No more exact than the source was. */
export function saySeenOn(seenOn: SeenOn, language: Language): string {
  const [year = 0, month, day] = seenOn.split('-').map(Number)
  if (!month) return String(year)
  const form: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', ...(day && { day: 'numeric' as const }) }
  const date = new Date(Date.UTC(year, month - 1, day ?? 1))
  return new Intl.DateTimeFormat(locales[language], { ...form, timeZone: 'UTC' }).format(date)
}
