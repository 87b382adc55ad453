/** The kinds of danger that come before any suggestion, each with whom to call: ids of services, `1813-phone` for the call. */
import { danger } from './vocabulary.ts'

export type DangerId = keyof typeof danger

type Danger = {
  readonly urgent: readonly string[]
  readonly says: readonly string[]
  readonly unless?: readonly string[]
}

export const dangers: Readonly<Record<DangerId, Danger>> = danger
