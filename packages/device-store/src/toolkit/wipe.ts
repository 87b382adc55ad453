/** «Wis alles»: whole databases go, not only what stands in them. Other tabs close theirs when they are asked to. */
import { deleteDB } from 'idb'
import { MEDIA } from './media-database.ts'
import { TOOLKIT } from './toolkit-database.ts'

export async function wipeToolkit(names: readonly string[] = [TOOLKIT, MEDIA]): Promise<void> {
  for (const name of names) await deleteDB(name)
}
