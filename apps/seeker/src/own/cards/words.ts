import { createMessages } from '../../create-messages.ts'
import dutch from './messages/nl.json'

export type CardKey = keyof typeof dutch

const messages = createMessages<CardKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: cardWords, ready: cardWordsReady } = messages
