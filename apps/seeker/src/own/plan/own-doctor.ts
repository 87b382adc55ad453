/** One's own doctor: nobody but this person knows who that is. */
import { createChoice } from '../collection.ts'

export const ownDoctor = createChoice('own-doctor', { name: '', phone: '' })
