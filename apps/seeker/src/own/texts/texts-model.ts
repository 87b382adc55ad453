/** The texts for a bad moment. The first one is there from the start, in plain words, to be changed. */
import type { DistressText } from '@houvast/rules/reach-out/distress-text'
import { createCollection } from '../collection.ts'

export const distressTexts = createCollection<DistressText>('distress-text')

export const textsInOrder = () => [...distressTexts.items.value].sort((a, b) => a.place - b.place)

export function addText(text: string): DistressText {
  const place = (textsInOrder().at(-1)?.place ?? 0) + 1
  const added = { id: crypto.randomUUID(), text, place, forContacts: [], offersLocation: false }
  distressTexts.put(added)
  return added
}
