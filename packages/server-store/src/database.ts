/**
 * One database, two engines: PGlite in a folder of ours, or PostgreSQL by its address. Both run the same SQL
 * and the same migrations, and on both every query runs as the role `houvast_app`, which row-level security
 * holds to one line at a time.
 */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Schema } from './schema.ts'

export interface Database {
  readonly engine: 'embedded' | 'postgres'
  readonly queries: Kysely<Schema>
  close(): Promise<void>
}

export type Query = Transaction<Schema>

/** Runs `work` in one transaction that sees one line's rows and no other's. */
export function onLine<T>(database: Database, line: string, work: (query: Query) => Promise<T>): Promise<T> {
  return database.queries.transaction().execute(async (query) => {
    await seeLine(query, line)
    return work(query)
  })
}

/** Turns an open transaction to a line. Batches that span lines call this once for each. */
export async function seeLine(query: Query, line: string) {
  await sql`select set_config('houvast.line', ${line}, true)`.execute(query)
}
