/**
 * What lies here for people without an account is found by its place and handed out for a word, both far too long to guess. The
 * database has only their hashes, and a query sees one place.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Query } from './database.ts'

/** Runs `work` in one transaction that sees what lies at one place and nothing else. */
export function atPlace<T>(database: Database, place: string, work: (query: Query) => Promise<T>): Promise<T> {
  return database.queries.transaction().execute(async (query) => {
    await sql`select set_config('houvast.place', ${place}, true)`.execute(query)
    return work(query)
  })
}

/** Runs `work` in one transaction that sees what ended before `at`, and nothing else. */
export function atExpired<T>(database: Database, at: number, work: (query: Query) => Promise<T>): Promise<T> {
  return database.queries.transaction().execute(async (query) => {
    await sql`select set_config('houvast.expired_at', ${String(at)}, true)`.execute(query)
    return work(query)
  })
}

export const hashOf = (word: string) => createHash('sha256').update(word).digest('base64url')

export const isSame = (hash: string, word: string) => timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(word)))

/** Two writers at one place, or two guesses: one after the other, also when nothing lies there yet. */
export const oneAtATime = (query: Query, place: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(query)
