import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Schema } from '../schema.ts'

const INT8 = 20
const FLOOR = 150_000

/** Same answers as the embedded engine gives: int8 as a number (all of ours are safe integers). */
const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Opens PostgreSQL 15 or newer, migrates as the role of the address, and from then on works as `houvast_app`. */
export async function openPostgres(url: string, connections = 8): Promise<Database> {
  await migrateAsOwner(url)
  const pool = new pg.Pool({ connectionString: url, max: connections, types, application_name: 'houvast' })
  // A connection that the server closed while idle is replaced at its next use; without a listener it would end us.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.query('set role houvast_app').catch(() => {})
  })
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { engine: 'postgres', queries, close: () => queries.destroy() }
}

async function migrateAsOwner(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1, types })
  const owner = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { rows } = await owner.executeQuery<{ version: string }>(
      CompiledQuery.raw("select current_setting('server_version_num') as version"),
    )
    if (Number(rows[0]?.version) < FLOOR) throw new Error('Houvast needs PostgreSQL 15 or newer.')
    await migrate(owner, async (query, script) => {
      await query.executeQuery(CompiledQuery.raw(script))
    })
    await owner.executeQuery(CompiledQuery.raw('grant houvast_app to current_user')).catch(() => {})
  } finally {
    await owner.destroy()
  }
}
