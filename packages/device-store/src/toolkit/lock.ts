/**
 * The lock over what is kept. Locking, changing and unlocking are each one transaction: a device that dies in the middle
 * has all of it in the old state or all of it in the new, never half.
 *
 * What the lock itself consists of (wrapped keys, salts) is the business of who makes it; here it is one object. Wrong tries
 * are not counted and nothing is ever wiped.
 */
import { strict } from '../device-database.ts'
import { inOneStep } from './in-one-step.ts'
import { type Cipher, keep, type OpenRecord } from './records.ts'
import type { ToolkitDatabase } from './toolkit-database.ts'

const THE_LOCK = 'lock'

export function findLock(database: ToolkitDatabase): Promise<unknown> {
  return database.get('lock', THE_LOCK)
}

/** Seals every record under the key of `cipher`, or, without one, lays all open again. */
export async function relock(
  database: ToolkitDatabase,
  records: readonly OpenRecord[],
  to: { readonly lock: unknown; readonly cipher: Cipher } | undefined,
): Promise<void> {
  const kept = await Promise.all(records.map((record) => keep(record, to?.cipher)))
  const change = database.transaction(['record', 'lock'], 'readwrite', strict)
  const store = change.objectStore('record')
  const locks = change.objectStore('lock')
  await inOneStep(change, [
    () => store.clear(),
    ...kept.map((one) => () => store.put(one)),
    () => (to ? locks.put(to.lock, THE_LOCK) : locks.delete(THE_LOCK)),
  ])
}

/** Another PIN or passkey in front of the same key: the records stay as they are. */
export async function replaceLock(database: ToolkitDatabase, lock: unknown): Promise<void> {
  const { store, done } = database.transaction('lock', 'readwrite', strict)
  await Promise.all([store.put(lock, THE_LOCK), done])
}
