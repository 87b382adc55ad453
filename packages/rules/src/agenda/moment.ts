import type { Instant } from '../time.ts'

/** From up to, and not including, the end. */
export type Moment = { readonly from: Instant; readonly to: Instant }

export const overlap = (one: Moment, other: Moment) => one.from < other.to && other.from < one.to
