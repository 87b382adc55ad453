/** The safety plan of this device: its things, its shape, when to look at it again, and how it was before. */
import { hasWords, ITEMS_MAX, itemsOf, lastPlace, move as moved, type PlanItem } from '@houvast/rules/plan/plan-item'
import { isReviewDue, putOff, REVIEW_AFTER_DAYS, type Review } from '@houvast/rules/plan/review'
import { defaultTemplate, type PlanTemplate, type StepId, stepsOf } from '@houvast/rules/plan/template'
import { beginsVersion, tooOld } from '@houvast/rules/plan/versions'
import { createChoice, createCollection } from '../collection.ts'

export type PlanVersion = { readonly id: string; readonly at: number; readonly items: readonly PlanItem[] }

export const planItems = createCollection<PlanItem>('plan-item')
export const planVersions = createCollection<PlanVersion>('plan-version')
export const template = createChoice<PlanTemplate>('plan-template', defaultTemplate)
export const review = createChoice<Review>('plan-review', { lookedAt: 0, everyDays: REVIEW_AFTER_DAYS })
const lastChange = createChoice<{ readonly at: number | undefined }>('plan-changed', { at: undefined })

export const shownSteps = () => stepsOf(template.value)
export const thingsOf = (step: StepId) => itemsOf(planItems.items.value, step)
export const hasPlan = () => planItems.items.value.some(hasWords)
export const isFull = () => planItems.items.value.length >= ITEMS_MAX

export function changeItem(id: string, part: Partial<PlanItem>): void {
  keepVersion()
  planItems.change(id, part)
}

/** `undefined` when the plan is full (V8). */
export function addItem(step: StepId, given: Partial<PlanItem> = {}): PlanItem | undefined {
  if (isFull()) return undefined
  const item = { id: crypto.randomUUID(), text: '', ...given, step, place: lastPlace(planItems.items.value, step) }
  keepVersion()
  planItems.put(item)
  return item
}

export function removeItem(id: string): void {
  keepVersion()
  planItems.remove(id)
}

export function moveItem(id: string, by: -1 | 1): void {
  const item = moved(planItems.items.value, id, by)
  if (item) changeItem(id, { place: item.place })
}

/** V6: the state before this change, when it is the first in a while. */
function keepVersion(now = Date.now()): void {
  const items = planItems.items.value
  if (beginsVersion(lastChange.value.at, now) && items.some(hasWords)) {
    planVersions.put({ id: crypto.randomUUID(), at: lastChange.value.at ?? now, items })
    for (const { id } of tooOld(planVersions.items.value)) planVersions.remove(id)
  }
  lastChange.set({ at: now })
  if (review.value.lookedAt === 0) review.set({ ...review.value, lookedAt: now })
}

/** Brings an earlier state back; what stands now becomes an earlier state itself, in the same step. */
export function bringBack(version: PlanVersion): void {
  const id = crypto.randomUUID()
  const now: PlanVersion = { id, at: Date.now(), items: planItems.items.value }
  planItems.replace(version.items, [{ kind: planVersions.kind, id, value: now }])
  lastChange.set({ at: now.at })
}

export const asksForReview = (now = Date.now()) =>
  hasPlan() && review.value.lookedAt > 0 && isReviewDue(review.value, now)
export const stillFits = (now = Date.now()) => review.set({ ...review.value, lookedAt: now, putOffUntil: undefined })
export const askLater = (now = Date.now()) => review.set(putOff(review.value, now))
