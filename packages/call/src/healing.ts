/**
 * What to do when the other side falls silent (Z5): first the same connection over another way, then a new connection;
 * in between there is time for each to work. A decision for each look, with every beat.
 */
import { SILENT_AFTER_MS } from './beat.ts'

/** A new way is found within two seconds or not at all. */
export const RESTART_AGAIN_MS = 3_000
export const RESTARTS_BEFORE_ANEW = 2
/** After this it is called lost, and one may come back to it. */
export const LOST_AFTER_MS = 120_000

export type Health =
  | { readonly is: 'well' }
  | { readonly is: 'silent'; readonly since: number; readonly triedAt: number; readonly tries: number }
  | { readonly is: 'lost' }

export type Remedy = 'restart' | 'anew' | undefined

export function heal(
  health: Health,
  look: { readonly now: number; readonly lastHeard: number; readonly isReachable: boolean },
): { readonly health: Health; readonly remedy: Remedy } {
  const { now, lastHeard, isReachable } = look
  if (now - lastHeard < SILENT_AFTER_MS) return { health: { is: 'well' }, remedy: undefined }
  if (health.is === 'lost') return { health, remedy: undefined }
  if (now - lastHeard >= LOST_AFTER_MS) return { health: { is: 'lost' }, remedy: undefined }
  const before = health.is === 'silent' ? health : { is: 'silent' as const, since: now, triedAt: 0, tries: 0 }
  // Without the server nothing can be told to the other side: what is tried then is wasted.
  const isTime = isReachable && (before.tries === 0 || now - before.triedAt >= RESTART_AGAIN_MS)
  if (!isTime) return { health: before, remedy: undefined }
  const tries = before.tries + 1
  const remedy = tries > RESTARTS_BEFORE_ANEW ? 'anew' : 'restart'
  return { health: { ...before, triedAt: now, tries }, remedy }
}
