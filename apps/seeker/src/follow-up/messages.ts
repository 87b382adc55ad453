/** The sentences of what comes after a talk, fetched with it. */
import { createMessages } from '../create-messages.ts'
import dutch from './messages/nl.json'

export type FollowUpKey = keyof typeof dutch

const messages = createMessages<FollowUpKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: f, ready: followUpWordsReady, spoken: followUpLanguage } = messages
