/** The sentences of the suggestions and the guide, fetched with them. */
import { createMessages } from '../create-messages.ts'
import dutch from './messages/nl.json'

export type SearchKey = keyof typeof dutch

const messages = createMessages<SearchKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: s, ready: searchReady } = messages
