/** The copy on the server: records (no pictures of the box) sealed under the twelve words. */

import { DAY_MS } from '@houvast/rules/time'
import { type Bytes, utf8 } from '@houvast/sealed/bytes'
import { depositKeys } from '@houvast/sealed/deposit-keys'
import { createChoice } from '../collection.ts'
import { eraseDeposit, getDeposit, putDeposit } from '../deposits.ts'
import { type KnownRecord, readRecords } from '../kinds.ts'
import { openedRecords } from '../own-data.ts'
import { knownRoot } from './own-words.ts'

/** What has no meaning elsewhere. */
const ofThisDevice: ReadonlySet<string> = new Set(['server-copy', 'own-words'])
const LIVES_MS = 730 * DAY_MS

export const copyState = createChoice<{ readonly at: number | undefined }>('server-copy', { at: undefined })

export async function bringCopyUpToDate(
  root: Bytes | undefined = knownRoot(),
): Promise<'done' | 'too-long' | 'unreachable'> {
  const records = openedRecords()
  if (!root || !records) return 'unreachable'
  const all = (await records.all()).filter(({ kind, id }) => !(kind === 'choice' && ofThisDevice.has(id)))
  const put = await putDeposit(await depositKeys(root, 'copy'), 'copy', utf8(JSON.stringify(all)), LIVES_MS)
  if (!put.ok) return put.why.reason === 'too-long' ? 'too-long' : 'unreachable'
  copyState.set({ at: Date.now() })
  return 'done'
}

export async function eraseCopy(): Promise<boolean> {
  const root = knownRoot()
  if (!root) return false
  const erased = await eraseDeposit(await depositKeys(root, 'copy'))
  if (erased.ok || erased.why.reason === 'not-found') copyState.set({ at: undefined })
  return erased.ok || erased.why.reason === 'not-found'
}

export type CopyFound = {
  readonly records: readonly KnownRecord[]
  readonly versions: readonly { version: number; writtenOn: number }[]
}

export async function findCopy(root: Bytes, version?: number): Promise<CopyFound | 'none' | 'unreachable'> {
  const found = await getDeposit(await depositKeys(root, 'copy'), version)
  if (!found.ok) return found.why.reason === 'unreachable' ? 'unreachable' : 'none'
  const records = readRecords(JSON.parse(new TextDecoder().decode(found.value.bytes)))
  return records ? { records, versions: found.value.versions } : 'none'
}
