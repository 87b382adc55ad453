/** Lets everything that needs no server open without a network. */
import { scriptAddress } from './script-address.ts'

export async function workOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(scriptAddress('/service-worker.js'))
  } catch {
    // A browser that refuses (private window, storage full) simply stays online-only.
  }
}
