/** The language this page speaks, kept on this device. */
import { browserKeep, chosenLanguage, keepLanguage } from '@houvast/i18n/choose-language'
import type { Language } from '@houvast/i18n/languages'
import { signal } from '@preact/signals'

export const language = signal<Language>(chosenLanguage(browserKeep()))

export function chooseLanguage(next: Language): void {
  language.value = next
  keepLanguage(browserKeep(), next)
}
