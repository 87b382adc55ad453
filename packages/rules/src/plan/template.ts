/**
 * The steps of a safety plan (Stanley & Brown, Safety Planning Intervention), and the order in which somebody wants to see
 * them. Six by default; a seventh, reasons to stay, by choice (V1).
 */
export const sixSteps = ['signals', 'alone', 'distraction', 'ask-help', 'professionals', 'safer'] as const
export const allSteps = [...sixSteps, 'reasons'] as const

export type StepId = (typeof allSteps)[number]

export type PlanTemplate = {
  readonly hasReasons: boolean
  /** Where the seventh step stands: in front of the others for some, at the end for others. */
  readonly reasonsFirst: boolean
}

export const defaultTemplate: PlanTemplate = { hasReasons: false, reasonsFirst: false }

export function stepsOf({ hasReasons, reasonsFirst }: PlanTemplate): readonly StepId[] {
  if (!hasReasons) return sixSteps
  return reasonsFirst ? ['reasons', ...sixSteps] : allSteps
}

/** Always in step 5, whatever else is there: nothing takes them out (V2). `gp` is one's own doctor, whose number we do not know. */
export const lifelines = ['1813', '106', '112', 'gp'] as const

export type Lifeline = (typeof lifelines)[number]
