/**
 * *Snel weg*: first the screen is empty, then a neutral site takes the place of this page. What the browser's own history
 * remembers of earlier pages is beyond a page's power; the privacy page says so.
 */
import { hearKey, noPresses, wantsToLeave } from './quick-exit.ts'

export const NEUTRAL_SITE = 'https://www.wikipedia.org/'

export function leaveNow(): void {
  document.body.replaceChildren()
  document.title = ''
  location.replace(NEUTRAL_SITE)
}

/** Listens for Shift three times; returns how to stop listening. */
export function leaveOnShift(leave: () => void = leaveNow): () => void {
  let presses = noPresses
  function hear(event: KeyboardEvent) {
    presses = hearKey(presses, { type: event.type as 'keydown' | 'keyup', key: event.key, at: event.timeStamp })
    if (!wantsToLeave(presses)) return
    presses = noPresses
    leave()
  }
  addEventListener('keydown', hear, true)
  addEventListener('keyup', hear, true)
  return () => {
    removeEventListener('keydown', hear, true)
    removeEventListener('keyup', hear, true)
  }
}
