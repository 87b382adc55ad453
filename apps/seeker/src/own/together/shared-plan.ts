/** What a shared link holds: the chosen steps in words, with whom to call; nothing else of this device. */
import { hasWords, itemsOf, type PlanItem } from '@houvast/rules/plan/plan-item'
import { allSteps, type StepId } from '@houvast/rules/plan/template'
import type { Contact } from '@houvast/rules/reach-out/contact'
import * as v from 'valibot'

const Thing = v.object({
  text: v.pipe(v.string(), v.maxLength(500)),
  atNight: v.optional(v.pipe(v.string(), v.maxLength(300))),
  name: v.optional(v.pipe(v.string(), v.maxLength(80))),
  phone: v.optional(v.pipe(v.string(), v.maxLength(30))),
})
export const SharedPlan = v.object({
  name: v.pipe(v.string(), v.maxLength(80)),
  steps: v.pipe(
    v.array(v.object({ step: v.picklist(allSteps), things: v.pipe(v.array(Thing), v.maxLength(300)) })),
    v.maxLength(7),
  ),
})
export type SharedPlan = v.InferOutput<typeof SharedPlan>

export function planToShare(
  name: string,
  steps: readonly StepId[],
  items: readonly PlanItem[],
  contacts: readonly Contact[],
): SharedPlan {
  return {
    name,
    steps: steps.map((step) => ({
      step,
      things: itemsOf(items, step)
        .filter(hasWords)
        .map(({ text, atNight, contact }) => {
          const person = contacts.find(({ id }) => id === contact)
          return {
            text,
            ...(atNight && { atNight }),
            ...(person && { name: person.name, phone: person.phone }),
          }
        }),
    })),
  }
}
