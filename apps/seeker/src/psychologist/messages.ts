/** The sentences around a talk with a psychologist, fetched with it. */
import { createMessages } from '../create-messages.ts'
import dutch from './messages/nl.json'

export type PsychologistKey = keyof typeof dutch

const messages = createMessages<PsychologistKey>(dutch, {
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
})

export const { t: p, ready: psychologistWordsReady } = messages
