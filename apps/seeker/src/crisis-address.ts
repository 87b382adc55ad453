import type { Language } from '@houvast/i18n/languages'

/** The crisis page is one static file for all languages; each begins at a step of its own. */
export const crisisAddress: Readonly<Record<Language, string>> = {
  nl: '/crisis',
  en: '/crisis#danger',
  fr: '/crisis#urgence',
}
