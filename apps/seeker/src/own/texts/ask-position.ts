/** Asks the phone where it is, once, after a tap (M3). The answer goes into the text on the screen and nowhere else. */
import type { Position } from '@houvast/rules/reach-out/distress-text'

export type PositionAnswer =
  | { readonly ok: true; readonly position: Position }
  | { readonly ok: false; readonly why: 'not-allowed' | 'not-found' }

const PATIENCE_MS = 15_000

export function askPosition(): Promise<PositionAnswer> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve({ ok: false, why: 'not-found' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords
        resolve({ ok: true, position: { latitude, longitude, accuracyM: accuracy } })
      },
      (error) => resolve({ ok: false, why: error.code === error.PERMISSION_DENIED ? 'not-allowed' : 'not-found' }),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    )
  })
}
