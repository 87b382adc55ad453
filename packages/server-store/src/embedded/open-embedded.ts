import { mkdirSync } from 'node:fs'
import { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Schema } from '../schema.ts'
import { EmbeddedConnection } from './embedded-connection.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * Opens the embedded database in a folder, made when missing; `undefined` keeps it in memory.
 * Throws `FolderInUseError` when another process has the folder.
 */
export async function openEmbedded(folder: string | undefined): Promise<Database> {
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = folder ? lockFolder(folder) : undefined
  try {
    const embedded = await EmbeddedConnection.open(folder && `${folder}/pg`)
    const queries = new Kysely<Schema>({ dialect: embeddedDialect(embedded) })
    await migrate(queries, (_, script) => embedded.execute(script))
    await embedded.execute('set role houvast_app')
    return {
      engine: 'embedded',
      queries,
      async close() {
        await queries.destroy()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
