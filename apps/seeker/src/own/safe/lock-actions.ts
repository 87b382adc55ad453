/** Putting everything behind a lock, and taking it away. The records go in one step; pictures follow one by one (K2). */
import { relock, replaceLock } from '@houvast/device-store/toolkit/lock'
import type { Bytes } from '@houvast/sealed/bytes'
import { createLock, type DeviceLock, withPin } from '@houvast/sealed/device-lock'
import { sealMedia, unsealMedia } from '../box/media.ts'
import { ownData, useDatabase } from '../own-data.ts'
import { stretch } from './stretch.ts'

export const PIN_MIN = 4

export async function lockWith(pin: string, root: Bytes): Promise<void> {
  const now = ownData.peek()
  if (now.state !== 'open') return
  const opened = await createLock(pin, root, stretch)
  await relock(now.database, await now.records.all(), { lock: opened.lock, cipher: opened.cipher })
  await useDatabase(now.database, opened)
  await sealMedia(opened.cipher)
}

export async function takeLockAway(): Promise<void> {
  const now = ownData.peek()
  if (now.state !== 'open' || !now.opened) return
  await unsealMedia(now.opened.cipher)
  await relock(now.database, await now.records.all(), undefined)
  await useDatabase(now.database)
}

export async function changePin(pin: string): Promise<void> {
  const now = ownData.peek()
  if (now.state === 'open' && now.opened) await useLock(await withPin(now.opened, pin, stretch))
}

export async function useLock(lock: DeviceLock): Promise<void> {
  const now = ownData.peek()
  if (now.state !== 'open' || !now.opened) return
  await replaceLock(now.database, lock)
  ownData.value = { ...now, opened: { ...now.opened, lock } }
}
