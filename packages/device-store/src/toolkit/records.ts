/** Reading and writing records, in the clear or under the lock's key. Every promise of a change resolves when it is on the disk. */
import { strict } from '../device-database.ts'
import { inOneStep } from './in-one-step.ts'
import type { KeptRecord, ToolkitDatabase } from './toolkit-database.ts'

/** Seals and opens one record; `where` binds it to its place, so that two records cannot be swapped. */
export type Cipher = {
  seal(text: string, where: string): Promise<Uint8Array<ArrayBuffer>>
  /** `undefined`: not made under this key, or changed since. */
  open(sealed: Uint8Array<ArrayBuffer>, where: string): Promise<string | undefined>
}

export type OpenRecord = { readonly kind: string; readonly id: string; readonly value: unknown }

export interface Records {
  ofKind(kind: string): Promise<readonly OpenRecord[]>
  all(): Promise<readonly OpenRecord[]>
  put(record: OpenRecord): Promise<void>
  remove(kind: string, id: string): Promise<void>
  /** In one step: what stands now goes, and these come. */
  replaceAll(records: readonly OpenRecord[]): Promise<void>
  /** In one step: all of one kind goes, and these come, of whatever kind. */
  replaceKind(kind: string, records: readonly OpenRecord[]): Promise<void>
}

export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError'
}

export function openRecords(database: ToolkitDatabase, cipher?: Cipher): Records {
  const change = () => database.transaction('record', 'readwrite', strict)

  return {
    async ofKind(kind) {
      return readAll(await database.getAllFromIndex('record', 'kind', kind), cipher)
    },
    async all() {
      return readAll(await database.getAll('record'), cipher)
    },
    async put(record) {
      const kept = await keep(record, cipher)
      const { store, done } = change()
      await Promise.all([store.put(kept), done])
    },
    async remove(kind, id) {
      const { store, done } = change()
      await Promise.all([store.delete([kind, id]), done])
    },
    async replaceAll(records) {
      const kept = await Promise.all(records.map((record) => keep(record, cipher)))
      const all = change()
      await inOneStep(all, [() => all.store.clear(), ...kept.map((one) => () => all.store.put(one))])
    },
    async replaceKind(kind, records) {
      const kept = await Promise.all(records.map((record) => keep(record, cipher)))
      const all = change()
      const ofKind = IDBKeyRange.bound([kind], [kind, []])
      await inOneStep(all, [() => all.store.delete(ofKind), ...kept.map((one) => () => all.store.put(one))])
    },
  }
}

export const placeOf = ({ kind, id }: { kind: string; id: string }) => JSON.stringify([kind, id])

export async function keep({ kind, id, value }: OpenRecord, cipher: Cipher | undefined): Promise<KeptRecord> {
  if (!cipher) return { kind, id, value }
  return { kind, id, sealed: await cipher.seal(JSON.stringify(value), placeOf({ kind, id })) }
}

function readAll(kept: readonly KeptRecord[], cipher: Cipher | undefined): Promise<OpenRecord[]> {
  return Promise.all(kept.map((record) => read(record, cipher)))
}

async function read({ kind, id, value, sealed }: KeptRecord, cipher: Cipher | undefined): Promise<OpenRecord> {
  if (!sealed) return { kind, id, value }
  const text = await cipher?.open(sealed, placeOf({ kind, id }))
  if (text === undefined) throw new UnreadableRecordError(`a record of kind ${kind} cannot be opened with this key`)
  return { kind, id, value: JSON.parse(text) }
}
