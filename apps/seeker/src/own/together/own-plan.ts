/** Between one's own plan and the document that is edited together. */
import type * as Y from 'yjs'
import { contacts } from '../contacts/contacts-model.ts'
import { changeItem, planItems, removeItem } from '../plan/plan-model.ts'
import { bringIn, type LiveThing } from './live-doc.ts'

export function bringOwnIn(doc: Y.Doc): void {
  bringIn(doc, planItems.items.value, (id) => contacts.find(id)?.name ?? '')
}

/** What the other wrote is one's own plan now; what stands only here (how likely, at night) stays. */
export function takeOutToOwn(things: readonly LiveThing[]): void {
  const there = new Set(things.map(({ id }) => id))
  for (const { id, text, contact } of planItems.items.value)
    if (!there.has(id) && (text.trim() !== '' || contact !== undefined)) removeItem(id)
  for (const { id, step, text, place } of things) {
    const own = planItems.find(id)
    if (!own) planItems.put({ id, step, text, place })
    else if (own.text !== text) changeItem(id, { text })
  }
}
