/** What a professional chooses for their appointments. Unknown until they say so. */
import { type AgendaSettings, usualAgenda } from '../agenda/agenda.ts'
import type { Tariff } from './payment.ts'

export type FollowUpSettings = {
  readonly agenda: AgendaSettings
  readonly tariff: Tariff
  /** For a transfer; without it, there is none. */
  readonly account?: { readonly iban: string; readonly holder: string } | undefined
  /** Where people come on site. */
  readonly address?: string | undefined
}

export const usualSettings: FollowUpSettings = { agenda: usualAgenda, tariff: { kind: 'unknown' } }

/** Above this it is a slip of the finger. */
export const CENTS_MOST = 100_000
