/**
 * When does pressing Shift mean «get me out of here»? Three times on its own, as on GOV.UK's "Exit this page".
 *
 * Shift held for a capital does not count, any other key starts anew, and so does a pause: someone who types a message
 * must never be thrown out of it. Never Escape: people press it to close things.
 */
export type ShiftPresses = { readonly count: number; readonly lastAt: number; readonly heldAlone: boolean }

export type KeyHeard = { readonly type: 'keydown' | 'keyup'; readonly key: string; readonly at: number }

export const noPresses: ShiftPresses = { count: 0, lastAt: 0, heldAlone: false }

const PRESSES_TO_LEAVE = 3
const PAUSE_MS = 2_000

export function hearKey(presses: ShiftPresses, { type, key, at }: KeyHeard): ShiftPresses {
  if (key !== 'Shift') return type === 'keydown' ? noPresses : presses
  if (type === 'keydown') return { ...presses, heldAlone: true }
  if (!presses.heldAlone) return noPresses
  const goesOn = presses.count > 0 && at - presses.lastAt <= PAUSE_MS
  return { count: goesOn ? presses.count + 1 : 1, lastAt: at, heldAlone: false }
}

export function wantsToLeave(presses: ShiftPresses): boolean {
  return presses.count >= PRESSES_TO_LEAVE
}
