/**
 * What somebody keeps for themselves, on this device: opened once, perhaps behind a lock. Nothing of it goes to the server unless
 * they choose so. A browser that keeps nothing (some private windows) is told of, and everything still works until it is closed.
 */
import { findLock } from '@houvast/device-store/toolkit/lock'
import { openRecords, type Records } from '@houvast/device-store/toolkit/records'
import { openToolkitDatabase, type ToolkitDatabase } from '@houvast/device-store/toolkit/toolkit-database'
import type { DeviceLock, OpenedLock } from '@houvast/sealed/device-lock'
import { signal } from '@preact/signals'

export type OwnData =
  | { readonly state: 'opening' }
  | { readonly state: 'keeps-nothing' }
  | { readonly state: 'locked'; readonly lock: DeviceLock; readonly database: ToolkitDatabase }
  | {
      readonly state: 'open'
      readonly records: Records
      readonly database: ToolkitDatabase
      readonly opened?: OpenedLock
    }

export const ownData = signal<OwnData>({ state: 'opening' })

/** What to read when the data opens: each collection says so itself. */
const waiting = new Set<(records: Records) => Promise<void>>()

let opening: Promise<void> | undefined

export function openOwnData(): Promise<void> {
  opening ??= open().catch(() => {
    ownData.value = { state: 'keeps-nothing' }
  })
  return opening
}

async function open() {
  const database = await openToolkitDatabase()
  const lock = (await findLock(database)) as DeviceLock | undefined
  if (lock) ownData.value = { state: 'locked', lock, database }
  else await useDatabase(database)
}

/** Reads everything and lets the pages in. */
export async function useDatabase(database: ToolkitDatabase, opened?: OpenedLock): Promise<void> {
  const records = openRecords(database, opened?.cipher)
  await Promise.all([...waiting].map((load) => load(records)))
  ownData.value = { state: 'open', records, database, ...(opened && { opened }) }
}

/** Runs now, if the data is open, and each time that it opens. */
export function whenOpen(load: (records: Records) => Promise<void>): void {
  waiting.add(load)
  const now = ownData.peek()
  if (now.state === 'open') void load(now.records)
}

export function openedRecords(): Records | undefined {
  const now = ownData.peek()
  return now.state === 'open' ? now.records : undefined
}

/** Closes the lock: nothing of it is left in the memory of this page. */
export function lockAgain(): void {
  location.assign('/houvast')
}

/** A database that is still open here cannot be taken away. */
export function closeForWiping(): void {
  const now = ownData.peek()
  if ('database' in now) now.database.close()
}
