/** How safe what is kept here is from the browser's own tidying, and how much room is left. What is not known is not said. */
import { signal } from '@preact/signals'

export type DeviceRoom = {
  readonly isProtected: boolean | undefined
  readonly used: number | undefined
  readonly quota: number | undefined
}

export const deviceRoom = signal<DeviceRoom>({ isProtected: undefined, used: undefined, quota: undefined })

export async function lookAtRoom(): Promise<void> {
  const { storage } = navigator
  const [isProtected, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => undefined),
    storage?.estimate?.().catch(() => undefined),
  ])
  deviceRoom.value = { isProtected, used: estimate?.usage, quota: estimate?.quota }
}

let isAsked = false

/** Once, when the first real content is on the disk: what nobody wrote needs no protection. */
export function askProtectionOnce(): void {
  if (isAsked) return
  isAsked = true
  void askProtection()
}

export async function askProtection(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
  await lookAtRoom()
}
