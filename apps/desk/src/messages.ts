/** The desk's sentences, in Dutch. */
import { type CountedKey, createTranslator, type Values } from '@houvast/i18n/translator'
import dutch from './messages/nl.json'

export type MessageKey = keyof typeof dutch

const translator = createTranslator<MessageKey>(dutch)

export const t = (key: MessageKey, values?: Values) => translator.say(key, values)
export const tCount = (key: CountedKey<MessageKey>, count: number, values?: Values) =>
  translator.count(key, count, values)
