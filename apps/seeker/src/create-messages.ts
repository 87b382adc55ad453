/**
 * The sentences of one part of the app, in the language of the page. Dutch comes along with the code; English and French
 * are fetched when someone chooses them, and until they are there the page stays in Dutch.
 */
import type { Language } from '@houvast/i18n/languages'
import { type Catalogue, type CountedKey, createTranslator, type Values } from '@houvast/i18n/translator'
import { signal } from '@preact/signals'
import { language } from './language.ts'

type Load = () => Promise<{ readonly default: Catalogue }>

export function createMessages<Key extends string>(
  dutch: Readonly<Record<Key, string>>,
  translations: Readonly<Record<Exclude<Language, 'nl'>, Load>>,
) {
  const translator = signal(createTranslator(dutch))

  async function speak(chosen: Language): Promise<void> {
    try {
      const translation = chosen === 'nl' ? {} : (await translations[chosen]()).default
      if (language.peek() === chosen) translator.value = createTranslator(dutch, translation, chosen)
    } catch {
      // No network: the sentences stay as they are.
    }
  }

  const ready = speak(language.peek())
  language.subscribe((chosen) => void speak(chosen))

  return {
    /** Settles when the language chosen earlier is there, or cannot be had. */
    ready,
    /** The language the sentences are really in. */
    spoken: () => translator.value.language,
    t: (key: Key, values?: Values) => translator.value.say(key, values),
    tCount: (key: CountedKey<Key>, count: number, values?: Values) => translator.value.count(key, count, values),
  }
}
