/** The sentences of the long reading pages, fetched with them. */
import { createMessages } from '../create-messages.ts'
import dutch from './messages/nl.json'

export type ReadingKey = keyof typeof dutch

const messages = createMessages<ReadingKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: r, ready: readingReady } = messages
