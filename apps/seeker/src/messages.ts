/** The sentences of the shell, the front page, the lines and the talk. Long reading pages bring their own. */
import { effect } from '@preact/signals'
import { createMessages } from './create-messages.ts'
import dutch from './messages/nl.json'

export type MessageKey = keyof typeof dutch

const messages = createMessages<MessageKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const messagesReady = messages.ready
export const { t, tCount, spoken: spokenLanguage } = messages

effect(() => {
  if (typeof document !== 'undefined') document.documentElement.lang = messages.spoken()
})
