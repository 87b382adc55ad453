/** The desk's sentences for what comes after a talk, in Dutch. */
import { createTranslator, type Values } from '@houvast/i18n/translator'
import dutch from './messages/nl.json'

export type FollowUpKey = keyof typeof dutch

const translator = createTranslator<FollowUpKey>(dutch)

export const f = (key: FollowUpKey, values?: Values) => translator.say(key, values)

/** The sentence for a reason, where there is one. */
export const sayReason = (group: 'problem' | 'calendar.problem' | 'settings.problem', reason: string): string => {
  const key = `${group}.${reason}`
  if (key in dutch) return f(key as FollowUpKey)
  return f(group === 'calendar.problem' ? 'calendar.problem.other' : 'problem.other')
}
