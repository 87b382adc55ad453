/**
 * The screens of the plan in a crisis, one step each (V7). Own signals first («do you recognise this?»), then what is in the
 * plan, step by step; a step without words is passed over, except the helpers and lines, which always have something. Making
 * the place safer belongs to a good moment and comes last.
 */
import { hasWords, itemsOf, type PlanItem } from './plan-item.ts'
import { type PlanTemplate, type StepId, stepsOf } from './template.ts'

export function crisisPath(items: readonly PlanItem[], template: PlanTemplate): readonly StepId[] {
  return stepsOf(template).filter((step) => step === 'professionals' || itemsOf(items, step).some(hasWords))
}

/** Where «I am in danger» leads from anywhere. */
export const inDanger: StepId = 'professionals'

export function nextStep(path: readonly StepId[], step: StepId): StepId | undefined {
  return path[path.indexOf(step) + 1]
}
