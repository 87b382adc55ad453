/** The ideas of each step, in the language of the page. */
import type { StepId } from '@houvast/rules/plan/template'
import { createMessages } from '../../create-messages.ts'
import dutch from './messages/nl.json'

type IdeaKey = keyof typeof dutch

const messages = createMessages<IdeaKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const ideasReady = messages.ready

const keys = Object.keys(dutch) as IdeaKey[]

export function ideasFor(step: StepId): readonly string[] {
  return keys.filter((key) => key.startsWith(`${step}.`)).map((key) => messages.t(key))
}
