/** Puts what came from a file, a copy or another phone in the place of what is here: records in one step, then the pictures. */
import { openMediaDatabase } from '@houvast/device-store/toolkit/media-database'
import { keepMedia, type OpenMedia } from '../box/media.ts'
import type { KnownRecord } from '../kinds.ts'
import { ownData, useDatabase } from '../own-data.ts'

export async function restore(
  records: readonly KnownRecord[],
  media: readonly OpenMedia[] = [],
): Promise<'done' | 'no-room' | 'failed'> {
  const now = ownData.peek()
  if (now.state !== 'open') return 'failed'
  try {
    await now.records.replaceAll(records)
  } catch {
    return 'failed'
  }
  const database = await openMediaDatabase()
  let isAllKept = true
  for (const one of media) if (!(await keepMedia(database, one)).ok) isAllKept = false
  database.close()
  await useDatabase(now.database, now.opened)
  return isAllKept ? 'done' : 'no-room'
}
