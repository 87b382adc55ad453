/** What the front door may say of a line that runs here. It is never called open when nobody is there (Q3). */
export type LineState =
  | { readonly state: 'open' }
  | { readonly state: 'busy' }
  | { readonly state: 'closed'; readonly reason: 'outside-hours' | 'nobody-on-duty' }

export function lineState(line: {
  readonly isWithinHours: boolean
  readonly helpersOnDuty: number
  readonly freeHelpers: number
  readonly hasDutyKey: boolean
}): LineState {
  if (!line.isWithinHours) return { state: 'closed', reason: 'outside-hours' }
  if (line.helpersOnDuty === 0 || !line.hasDutyKey) return { state: 'closed', reason: 'nobody-on-duty' }
  return { state: line.freeHelpers > 0 ? 'open' : 'busy' }
}
