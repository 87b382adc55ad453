/**
 * The engines a contract is held to: the embedded one always, PostgreSQL when DATABASE_URL names one. Each test
 * file gets a database of its own on it.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { openPostgres } from './postgres/open-postgres.ts'

export type TestEngine = { readonly name: string; open(): Promise<Database> }

export function testEngines(): readonly TestEngine[] {
  const url = process.env.DATABASE_URL
  const embedded = { name: 'embedded', open: () => openEmbedded(undefined) }
  return url ? [embedded, { name: 'PostgreSQL', open: () => openOnFreshDatabase(url) }] : [embedded]
}

async function openOnFreshDatabase(url: string): Promise<Database> {
  const fresh = await createFreshDatabase(url)
  const database = await openPostgres(fresh.url)
  return {
    ...database,
    async close() {
      await database.close()
      await fresh.drop()
    },
  }
}

/** A new database on the same PostgreSQL, and how to be rid of it. */
export async function createFreshDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `houvast_test_${randomBytes(6).toString('hex')}`
  await onMaintenance(url, `create database ${name}`)
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return { url: fresh.href, drop: () => onMaintenance(url, `drop database if exists ${name} with (force)`) }
}

async function onMaintenance(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
