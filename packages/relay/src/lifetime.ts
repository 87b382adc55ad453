/** How long an allocation lives from now: what was asked for, but never longer than the relay allows. */
import type { Limits } from './limits.ts'

/** «The server SHOULD … 10 minutes» when nothing was asked (RFC 8656, 7.2); a relay of ours allows less than that. */
const USUAL_SECONDS = 600

export function grantedLifetimeMs(wantedSeconds: number | undefined, { lifetimeSeconds }: Limits): number {
  return Math.min(wantedSeconds || USUAL_SECONDS, lifetimeSeconds) * 1000
}
