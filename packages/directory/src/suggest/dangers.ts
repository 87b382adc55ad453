/** The kinds of danger that come before any suggestion, each with whom to call: ids of services, `1813-phone` for the call. */
import index from '../../generated/index.json' with { type: 'json' }
import type { DangerId } from '../vocabulary/vocabulary.ts'

export type { DangerId }

export const callIn: Readonly<Record<DangerId, readonly string[]>> = index.callIn
