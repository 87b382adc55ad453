/**
 * A plan as two people edit it at once: a Yjs document with a map of things. What is erased is gone from the document itself (Yjs drops
 * the content of what is deleted), so it is not in any state that is sealed and sent.
 */
import { hasWords, type PlanItem } from '@houvast/rules/plan/plan-item'
import { allSteps, type StepId } from '@houvast/rules/plan/template'
import * as Y from 'yjs'

export type LiveThing = {
  readonly id: string
  readonly step: StepId
  readonly text: string
  readonly place: number
  /** The name of the BackUp it is about. */
  readonly who: string
}

const THINGS = 'things'
const TEXT_MAX = 500
const ids = /^[A-Za-z0-9-]{1,64}$/

type ThingMap = Y.Map<unknown>

export function createLiveDoc(state?: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  if (state) Y.applyUpdate(doc, state, 'kept')
  return doc
}

/** Only what has its shape: the other side may be of any kind. */
export function thingsIn(doc: Y.Doc): readonly LiveThing[] {
  const things: LiveThing[] = []
  for (const [id, thing] of mapOf(doc)) {
    if (!ids.test(id) || !(thing instanceof Y.Map)) continue
    const [text, step, place, who] = ['text', 'step', 'place', 'who'].map((key) => thing.get(key))
    const known = allSteps.find((one) => one === step)
    if (!(text instanceof Y.Text) || !known || typeof place !== 'number' || typeof who !== 'string') continue
    things.push({ id, step: known, text: text.toString().slice(0, TEXT_MAX), place, who: who.slice(0, 80) })
  }
  return things.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
}

export function addThing(doc: Y.Doc, { id, step, text, place, who }: LiveThing): void {
  doc.transact(() => {
    const thing: ThingMap = new Y.Map()
    thing.set('step', step)
    thing.set('place', place)
    thing.set('who', who)
    thing.set('text', new Y.Text(text))
    mapOf(doc).set(id, thing)
  }, 'here')
}

export function removeThing(doc: Y.Doc, id: string): void {
  doc.transact(() => mapOf(doc).delete(id), 'here')
}

/** Only the letters that differ change, so that two who write in one sentence keep each other's words. */
export function writeThing(doc: Y.Doc, id: string, next: string): void {
  const text = mapOf(doc).get(id)?.get('text')
  if (!(text instanceof Y.Text)) return
  const now = text.toString()
  const { at, removed, added } = difference(now, next)
  if (removed === 0 && added === '') return
  doc.transact(() => {
    if (removed > 0) text.delete(at, removed)
    if (added !== '') text.insert(at, added)
  }, 'here')
}

export function difference(now: string, next: string): { at: number; removed: number; added: string } {
  let at = 0
  while (at < now.length && at < next.length && now[at] === next[at]) at++
  let end = 0
  while (end < now.length - at && end < next.length - at && now.at(-1 - end) === next.at(-1 - end)) end++
  return { at, removed: now.length - at - end, added: next.slice(at, next.length - end) }
}

/** What was changed in one's own plan since the last time goes in as if it were done here. */
export function bringIn(doc: Y.Doc, items: readonly PlanItem[], nameOf: (contact: string) => string): void {
  const known = new Map(thingsIn(doc).map((thing) => [thing.id, thing]))
  const mine = new Map(items.filter(hasWords).map((item) => [item.id, item]))
  for (const [id] of known) if (!mine.has(id)) removeThing(doc, id)
  for (const [id, { step, text, place, contact }] of mine) {
    if (known.has(id)) writeThing(doc, id, text)
    else addThing(doc, { id, step, text, place, who: contact === undefined ? '' : nameOf(contact) })
  }
}

export const stateOf = (doc: Y.Doc): Uint8Array<ArrayBuffer> => new Uint8Array(Y.encodeStateAsUpdate(doc))

export function takeIn(doc: Y.Doc, state: Uint8Array): void {
  Y.applyUpdate(doc, state, 'there')
}

/** Whether a state holds all that this document knows, erased things included. */
export function isWhole(doc: Y.Doc, state: Uint8Array): boolean {
  const other = createLiveDoc(state)
  return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other))
}

const mapOf = (doc: Y.Doc): Y.Map<ThingMap> => doc.getMap<ThingMap>(THINGS)
