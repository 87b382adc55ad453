/** The box: what does somebody good, each a small record; pictures, films and sounds lie apart. */
import { createCollection } from '../collection.ts'
import { forgetMedia } from './media.ts'

export const boxTypes = ['picture', 'film', 'sound', 'quote', 'link', 'letter', 'moment', 'reason'] as const
export type BoxType = (typeof boxTypes)[number]

export type BoxEntry = {
  readonly id: string
  readonly type: BoxType
  readonly title: string
  readonly text: string
  readonly place: number
  readonly media?: string | undefined
  readonly link?: string | undefined
  /** A day, `2027-07-04`. */
  readonly date?: string | undefined
}

export const boxEntries = createCollection<BoxEntry>('box-entry')

export const boxInOrder = () => [...boxEntries.items.value].sort((a, b) => b.place - a.place)

export function addToBox(type: BoxType, given: Partial<BoxEntry> = {}): BoxEntry {
  const place = Math.max(0, ...boxEntries.items.value.map((entry) => entry.place)) + 1
  const entry = { id: crypto.randomUUID(), title: '', text: '', ...given, type, place }
  boxEntries.put(entry)
  return entry
}

/** The record first: a picture without one is nothing, a record without its picture would be a hole. */
export async function takeOutOfBox(entry: BoxEntry): Promise<void> {
  boxEntries.remove(entry.id)
  if (entry.media !== undefined) await forgetMedia(entry.media)
}
