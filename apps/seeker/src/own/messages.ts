/** The sentences of the toolkit, fetched with it. */
import { createMessages } from '../create-messages.ts'
import dutch from './messages/nl.json'

export type OwnKey = keyof typeof dutch

const messages = createMessages<OwnKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: o, tCount: oCount, ready: ownWordsReady, spoken: ownLanguage } = messages
