/**
 * A fact about a line, and how far it can be trusted: where it was read, when, and whether anyone has looked since.
 *
 * Whoever adds or changes one writes the source and the day. What nobody knows is left out; it is never filled in.
 */

import type { LocalDate } from '@houvast/rules/opening-hours/local-date'
import { canBeTrusted } from '@houvast/rules/opening-hours/open-at'
import type { Instant } from '@houvast/rules/time'
import type { SourceId } from './sources.ts'

export type Status = 'confirmed' | 'stale' | 'unverified'

/** As exact as the source was: `2018`, `2023-01` or `2020-03-05`. */
export type SeenOn = `${number}` | `${number}-${string}` | LocalDate

export type Stated<Value> = {
  readonly value: Value
  readonly source: SourceId
  readonly verifiedOn?: SeenOn
  readonly status: Status
}

export function confirmed<Value>(value: Value, source: SourceId, verifiedOn: LocalDate): Stated<Value> {
  return { value, source, verifiedOn, status: 'confirmed' }
}

/** It was so when it was read; it may have changed since. */
export function stale<Value>(value: Value, source: SourceId, verifiedOn?: SeenOn): Stated<Value> {
  return verifiedOn ? { value, source, verifiedOn, status: 'stale' } : { value, source, status: 'stale' }
}

/** Nobody has confirmed it. */
export function unverified<Value>(value: Value, source: SourceId, verifiedOn?: SeenOn): Stated<Value> {
  return verifiedOn ? { value, source, verifiedOn, status: 'unverified' } : { value, source, status: 'unverified' }
}

/** What may be said of it today: what was confirmed long ago is stale by now. */
export function statusOn(stated: Stated<unknown>, now: Instant): Status {
  if (stated.status !== 'confirmed') return stated.status
  return canBeTrusted({ status: 'confirmed', verifiedOn: wholeDate(stated.verifiedOn) }, now) ? 'confirmed' : 'stale'
}

/** A date that names a day; a month or a year alone confirms nothing. */
export function wholeDate(seenOn: SeenOn | undefined): LocalDate | undefined {
  return seenOn && /^\d{4}-\d{2}-\d{2}$/.test(seenOn) ? (seenOn as LocalDate) : undefined
}
