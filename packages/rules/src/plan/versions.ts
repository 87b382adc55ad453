/**
 * V6: earlier states of the plan. One is kept of every time somebody worked on it: changes that follow each other closely
 * belong together. The newest ones stay; the oldest go first.
 */
import { type Instant, MINUTE_MS } from '../time.ts'

const TOGETHER_MS = 30 * MINUTE_MS
export const VERSIONS_MAX = 40

export type VersionAt = { readonly id: string; readonly at: Instant }

/** Whether the state before a change at `now` should be kept first. */
export function beginsVersion(lastChangeAt: Instant | undefined, now: Instant): boolean {
  return lastChangeAt !== undefined && now - lastChangeAt > TOGETHER_MS
}

/** Those that have to make room. */
export function tooOld<Version extends VersionAt>(versions: readonly Version[]): readonly Version[] {
  return [...versions].sort((a, b) => b.at - a.at).slice(VERSIONS_MAX)
}
