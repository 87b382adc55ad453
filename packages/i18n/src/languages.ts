/** The languages people can read Houvast in. Dutch is the one every sentence is written in first. */
export const languages = ['nl', 'en', 'fr'] as const

export type Language = (typeof languages)[number]

/** Each language calls itself by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
}

/** How dates, times and numbers are written by those who read that language here. */
export const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
