/** What stands in a step: one thing, in the person's own words. Each is kept by itself, so that two tabs never overwrite each other. */
import type { StepId } from './template.ts'

export const ITEM_TEXT_MAX = 500
/** V8: more than anybody can use in a crisis. */
export const ITEMS_MAX = 300

export const likelihoods = ['likely', 'unsure', 'unlikely'] as const
/** «How likely is it that you will do this?» */
export type Likelihood = (typeof likelihoods)[number]

export type PlanItem = {
  readonly id: string
  readonly step: StepId
  readonly text: string
  /** Order within the step. Between two neighbours there is always room. */
  readonly place: number
  readonly likely?: Likelihood | undefined
  readonly obstacle?: string | undefined
  /** What to do instead at night or on a holiday. */
  readonly atNight?: string | undefined
  /** Id of the BackUp this is about. */
  readonly contact?: string | undefined
}

export function itemsOf(items: readonly PlanItem[], step: StepId): readonly PlanItem[] {
  return items.filter((item) => item.step === step).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
}

/** A place after everything that stands in the step. */
export function lastPlace(items: readonly PlanItem[], step: StepId): number {
  return (itemsOf(items, step).at(-1)?.place ?? 0) + 1
}

/** V3: one up or down; only the moved item changes. `undefined` when it is at the end already. */
export function move(items: readonly PlanItem[], id: string, by: -1 | 1): PlanItem | undefined {
  const item = items.find((one) => one.id === id)
  if (!item) return undefined
  const row = itemsOf(items, item.step)
  const at = row.findIndex((one) => one.id === id)
  const passed = row[at + by]
  if (!passed) return undefined
  const beyond = row[at + 2 * by]
  return { ...item, place: beyond ? (passed.place + beyond.place) / 2 : passed.place + by }
}

/** Said and not empty: white space is nothing. */
export function hasWords({ text, contact }: PlanItem): boolean {
  return text.trim() !== '' || contact !== undefined
}
