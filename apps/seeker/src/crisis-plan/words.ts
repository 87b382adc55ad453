/** The few sentences of this page, in the language somebody chose; Dutch comes along with the code. */
import type { Language } from '@houvast/i18n/languages'
import { createTranslator } from '@houvast/i18n/translator'
import dutch from './messages/nl.json'

let translator = createTranslator(dutch)

export async function speakCrisis(language: Language): Promise<void> {
  if (language === 'nl') return
  try {
    const words = language === 'en' ? import('./messages/en.json') : import('./messages/fr.json')
    translator = createTranslator(dutch, (await words).default, language)
    document.documentElement.lang = language
  } catch {
    // Dutch, then: better than nothing.
  }
}

export const w = (key: keyof typeof dutch, values?: Readonly<Record<string, string>>) => translator.say(key, values)
