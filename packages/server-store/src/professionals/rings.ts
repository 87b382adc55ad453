/**
 * Who is being rung for whom. A professional has one row at most, so that of two people who want the same one exactly
 * one gets them (G9); the row stays while the talk lasts, and goes with it.
 */
import { weekOf } from '@houvast/rules/matching/week'
import { type Instant, MINUTE_MS } from '@houvast/rules/time'
import { type RawBuilder, sql } from 'kysely'
import { type Database, onLine, type Query } from '../database.ts'

export type Ring = { readonly conversation: string; readonly until: Instant; readonly isAccepted: boolean }

export interface Rings {
  /** `false`: they are rung for somebody else, or in a talk; or this person has another ring going. */
  claim(line: string, conversation: string, kid: string, times: { now: Instant; until: Instant }): Promise<boolean>
  /** What a professional is rung for, or the talk they are in. */
  of(line: string, kid: string, now: Instant): Promise<Ring | undefined>
  /** Who is rung for this conversation. */
  for(line: string, conversation: string): Promise<(Ring & { readonly kid: string }) | undefined>
  /** From now on it does not run out. `false`: it has run out already, or is another's. */
  accept(line: string, conversation: string, kid: string, now: Instant): Promise<boolean>
  /** `false`: it was not ringing any more; whoever said «yes» in that moment has it. */
  decline(line: string, conversation: string, kid: string, why: 'declined' | 'silent', now: Instant): Promise<boolean>
  /** The person left, or chose something else: nobody is rung for them any more. */
  withdraw(line: string, conversation: string): Promise<string | undefined>
  /** The talk is over, or went back: the professional is free, and what they did is counted. */
  release(line: string, conversation: string, now: Instant): Promise<{ kid: string; minutes: number } | undefined>
  asked(line: string, conversation: string): Promise<readonly string[]>
}

/** Later than any clock: a talk has no end that is known before. */
const UNTIL_RELEASED = Number.MAX_SAFE_INTEGER

export function createRings(database: Database): Rings {
  return {
    claim: (line, conversation, kid, { now, until }) =>
      onLine(database, line, async (query) => {
        const other = await query
          .selectFrom('ring')
          .select('kid')
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .where('until', '>=', now)
          .where('kid', '!=', kid)
          .executeTakeFirst()
        if (other) return false
        await query
          .deleteFrom('ring')
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .where('until', '<', now)
          .execute()
        const row = { conversation, until, accepted_at: null }
        const done = await query
          .insertInto('ring')
          .values({ line, kid, ...row })
          .onConflict((at) => at.columns(['line', 'kid']).doUpdateSet(row).where('ring.until', '<', now))
          .executeTakeFirst()
        if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
        await query
          .insertInto('asked')
          .values({ line, conversation, kid })
          .onConflict((at) => at.columns(['line', 'conversation', 'kid']).doNothing())
          .execute()
        await count(query, line, kid, now, { rings: 1 })
        return true
      }),
    of: (line, kid, now) =>
      onLine(database, line, async (query) => {
        const row = await query
          .selectFrom('ring')
          .selectAll()
          .where('line', '=', line)
          .where('kid', '=', kid)
          .where('until', '>=', now)
          .executeTakeFirst()
        return row && toRing(row)
      }),
    for: (line, conversation) =>
      onLine(database, line, async (query) => {
        const row = await query
          .selectFrom('ring')
          .selectAll()
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .executeTakeFirst()
        return row && { ...toRing(row), kid: row.kid }
      }),
    accept: (line, conversation, kid, now) =>
      onLine(database, line, async (query) => {
        const done = await query
          .updateTable('ring')
          .set({ until: UNTIL_RELEASED, accepted_at: sql`coalesce(accepted_at, ${now})` })
          .where('line', '=', line)
          .where('kid', '=', kid)
          .where('conversation', '=', conversation)
          .where('until', '>=', now)
          .executeTakeFirst()
        return done.numUpdatedRows > 0n
      }),
    decline: (line, conversation, kid, why, now) =>
      onLine(database, line, async (query) => {
        const done = await query
          .deleteFrom('ring')
          .where('line', '=', line)
          .where('kid', '=', kid)
          .where('conversation', '=', conversation)
          .where('accepted_at', 'is', null)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) return false
        await count(query, line, kid, now, { [why]: 1 })
        return true
      }),
    withdraw: (line, conversation) =>
      onLine(database, line, async (query) => {
        const row = await query
          .deleteFrom('ring')
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .where('accepted_at', 'is', null)
          .returning('kid')
          .executeTakeFirst()
        return row?.kid
      }),
    release: (line, conversation, now) =>
      onLine(database, line, async (query) => {
        const row = await query
          .deleteFrom('ring')
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .where('accepted_at', 'is not', null)
          .returning(['kid', 'accepted_at'])
          .executeTakeFirst()
        if (!row) return undefined
        const minutes = Math.max(1, Math.round((now - (row.accepted_at ?? now)) / MINUTE_MS))
        await count(query, line, row.kid, now, { minutes, talks: 1 })
        return { kid: row.kid, minutes }
      }),
    asked: (line, conversation) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('asked')
          .select('kid')
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .execute()
        return rows.map(({ kid }) => kid)
      }),
  }
}

const toRing = (row: { conversation: string; until: number; accepted_at: number | null }): Ring => ({
  conversation: row.conversation,
  until: row.until,
  isAccepted: row.accepted_at !== null,
})

type Counts = Partial<Record<'minutes' | 'talks' | 'rings' | 'declined' | 'silent', number>>

async function count(query: Query, line: string, kid: string, now: Instant, counts: Counts) {
  const added: Record<string, RawBuilder<number>> = {}
  for (const [column, more] of Object.entries(counts))
    added[column] = sql<number>`${sql.ref(`professional_week.${column}`)} + ${more}`
  const last = counts.talks ? { last_talk_at: now } : {}
  await query
    .insertInto('professional_week')
    .values({ line, kid, week: weekOf(now), ...counts, ...last })
    .onConflict((at) => at.columns(['line', 'kid', 'week']).doUpdateSet({ ...added, ...last }))
    .execute()
}
