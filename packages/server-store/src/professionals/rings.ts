/**
 * Who is being rung for whom. A professional has one row at most, so that of two people who want the same one exactly
 * one gets them (G9); the row stays while the talk lasts, and goes with it.
 */
import type { MatchReason } from '@houvast/rules/matching/match'
import { weekOf } from '@houvast/rules/matching/week'
import { type Instant, MINUTE_MS } from '@houvast/rules/time'
import { type RawBuilder, sql } from 'kysely'
import { type Database, onLine, type Query } from '../database.ts'

export type Ring = {
  readonly conversation: string
  readonly until: Instant
  readonly isAccepted: boolean
  /** Why this professional was chosen. */
  readonly reasons: readonly MatchReason[]
}

export type NewRing = { readonly now: Instant; readonly until: Instant; readonly reasons?: readonly MatchReason[] }

export interface Rings {
  /** `false`: they are rung for somebody else, or in a talk; or this person has another ring going, or waits no more. */
  claim(line: string, conversation: string, kid: string, ring: NewRing): Promise<boolean>
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
  /** What was accepted and led to no talk: the professionals are free again. Their own, or what was left lying since then. */
  letGo(
    line: string,
    which: { readonly conversation: string; readonly kid: string } | { readonly acceptedBefore: Instant },
  ): Promise<readonly { readonly kid: string; readonly conversation: string }[]>
  /** Who was rung for this person, each as often as it was. */
  asked(line: string, conversation: string): Promise<readonly string[]>
}

/** Later than any clock: a talk has no end that is known before. */
const UNTIL_RELEASED = Number.MAX_SAFE_INTEGER

export function createRings(database: Database): Rings {
  return {
    claim: (line, conversation, kid, { now, until, reasons = [] }) =>
      onLine(database, line, async (query) => {
        // Locked: an end, a pick-up or a ring from another process comes before or after, not in between.
        const waits = await query
          .selectFrom('conversation')
          .select('id')
          .where('line', '=', line)
          .where('id', '=', conversation)
          .where('phase', '=', 'waiting')
          .forUpdate()
          .executeTakeFirst()
        if (!waits) return false
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
        const row = { conversation, until, reasons: reasons.join(','), accepted_at: null }
        const done = await query
          .insertInto('ring')
          .values({ line, kid, ...row })
          .onConflict((at) => at.columns(['line', 'kid']).doUpdateSet(row).where('ring.until', '<', now))
          .executeTakeFirst()
        if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
        await query
          .insertInto('asked')
          .values({ line, conversation, kid })
          .onConflict((at) => at.columns(['line', 'conversation', 'kid']).doUpdateSet({ times: sql`asked.times + 1` }))
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
    letGo: (line, which) =>
      onLine(database, line, (query) =>
        query
          .deleteFrom('ring')
          .where('line', '=', line)
          .where(({ and, eb }) =>
            'kid' in which
              ? and([eb('kid', '=', which.kid), eb('conversation', '=', which.conversation)])
              : eb('accepted_at', '<', which.acceptedBefore),
          )
          .where('accepted_at', 'is not', null)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('conversation')
                  .select('conversation.id')
                  .where('conversation.line', '=', line)
                  .whereRef('conversation.id', '=', 'ring.conversation')
                  .where('conversation.phase', '=', 'active')
                  .whereRef('conversation.helper', '=', 'ring.kid'),
              ),
            ),
          )
          .returning(['kid', 'conversation'])
          .execute(),
      ),
    asked: (line, conversation) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('asked')
          .select(['kid', 'times'])
          .where('line', '=', line)
          .where('conversation', '=', conversation)
          .execute()
        return rows.flatMap(({ kid, times }) => Array.from({ length: times }, () => kid))
      }),
  }
}

const toRing = (row: { conversation: string; until: number; reasons: string; accepted_at: number | null }): Ring => ({
  conversation: row.conversation,
  until: row.until,
  isAccepted: row.accepted_at !== null,
  reasons: row.reasons === '' ? [] : (row.reasons.split(',') as MatchReason[]),
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
