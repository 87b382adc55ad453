/** Two who edit one plan: the server hands on sealed changes and keeps them until one of the two has put them together. */
import { DAY_MS } from '../time.ts'

/** One sealed change or whole state, in bytes. */
export const LIVE_UPDATE_MAX = 128 * 1024
export const LIVE_UPDATES_AT_ONCE = 20
/** A room that nobody came to for so long is cleared away; both devices have the plan. */
export const LIVE_LIVES_MS = 30 * DAY_MS
/** Changes that are kept before the devices must have put them together. */
export const LIVE_UPDATES_KEPT = 500
