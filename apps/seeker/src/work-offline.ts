/** Lets everything that needs no server open without a network. */
import { signal } from '@preact/signals'
import { scriptAddress } from './script-address.ts'

/** A newer version is ready. It takes over by itself when Houvast is closed everywhere, never under somebody's hands. */
export const isNewVersionReady = signal(false)

export async function workOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register(scriptAddress('/service-worker.js'))
    const look = () => {
      isNewVersionReady.value = registration.waiting !== null && navigator.serviceWorker.controller !== null
    }
    look()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  } catch {
    // A browser that refuses (private window, storage full) simply stays online-only.
  }
}
