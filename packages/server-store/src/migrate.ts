/** Brings a database to the newest migration, as its owner. Several processes may start at once: one migrates. */
import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations/migrations.ts'
import type { Schema } from './schema.ts'

/** Any number, the same in every process: the lock that one migrating process holds. */
const MIGRATION_LOCK = 18_13_106

export async function migrate(
  owner: Kysely<Schema>,
  execute: (query: Kysely<Schema>, script: string) => Promise<void>,
) {
  await owner.transaction().execute(async (query) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(query)
    await execute(query, createRole)
    await execute(query, 'create table if not exists migration (name text primary key, at bigint not null)')
    const done = new Set((await query.selectFrom('migration').select('name').execute()).map((row) => row.name))
    for (const { name, sql: script } of migrations) {
      if (done.has(name)) continue
      await execute(query, script)
      await sql`insert into migration (name, at) values (${name}, (extract(epoch from now()) * 1000)::bigint)`.execute(
        query,
      )
    }
  })
}

/** Roles belong to the whole PostgreSQL cluster, so another database of it may have made ours already. */
const createRole = /* sql */ `
do $$ begin
  create role houvast_app nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to houvast_app;
`
