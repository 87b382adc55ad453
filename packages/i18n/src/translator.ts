/**
 * A typed dictionary over Intl. The keys are those of the Dutch catalogue, so a missing sentence is a type error; what a
 * translation lacks is said in Dutch.
 *
 * `{name}` is a placeholder. A sentence with a number has one key per plural category of its language:
 * `queue.before-you.one`, `queue.before-you.other`.
 */
import { type Language, locales } from './languages.ts'

export type Catalogue = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | number>>

/** `queue.before-you` when the catalogue has `queue.before-you.other`. */
export type CountedKey<Key extends string> = Key extends `${infer Counted}.other` ? Counted : never

export type Translator<Key extends string> = {
  readonly language: Language
  say(key: Key, values?: Values): string
  /** The form of a sentence that fits the number; `{count}` is the number as people write it. */
  count(key: CountedKey<Key>, count: number, values?: Values): string
}

export function createTranslator<Key extends string>(
  dutch: Readonly<Record<Key, string>>,
  translation: Catalogue = {},
  language: Language = 'nl',
): Translator<Key> {
  const plurals = new Intl.PluralRules(locales[language])
  const numbers = new Intl.NumberFormat(locales[language])
  const dutchByKey: Catalogue = dutch

  function find(key: string): string | undefined {
    return translation[key] ?? dutchByKey[key]
  }

  return {
    language,
    say: (key, values) => fill(find(key) ?? key, values),
    count: (key, count, values) => {
      const sentence = find(`${key}.${plurals.select(count)}`) ?? find(`${key}.other`) ?? key
      return fill(sentence, { ...values, count: numbers.format(count) })
    },
  }
}

function fill(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
