/**
 * Figures about talks: counts by day that name nobody, and each choice of matching with what decided it and nothing
 * that leads to a talk or a person (G7, G10).
 */
import type { MatchDecision, Wishes } from '@houvast/rules/matching/match'
import { brusselsDate } from '@houvast/rules/opening-hours/brussels-time'
import type { Instant } from '@houvast/rules/time'
import { sql } from 'kysely'
import { type Database, onLine } from '../database.ts'

export type Figure = { readonly figure: string; readonly bucket: string; readonly count: number }
export type LoggedDecision = { readonly day: string; readonly wishes: Wishes; readonly decision: MatchDecision }

export interface TalkFigures {
  count(line: string, figure: string, bucket: string, now: Instant): Promise<void>
  totals(line: string): Promise<readonly Figure[]>
  decided(line: string, wishes: Wishes, decision: MatchDecision, now: Instant): Promise<void>
  decisions(line: string): Promise<readonly LoggedDecision[]>
  forgetBefore(line: string, now: Instant): Promise<void>
}

const DECISIONS_SHOWN = 200

export function createTalkFigures(database: Database): TalkFigures {
  return {
    count: (line, figure, bucket, now) =>
      onLine(database, line, async (query) => {
        await query
          .insertInto('talk_figure')
          .values({ line, day: brusselsDate(now), figure, bucket, count: 1 })
          .onConflict((at) =>
            at.columns(['line', 'day', 'figure', 'bucket']).doUpdateSet({ count: sql`talk_figure.count + 1` }),
          )
          .execute()
      }),
    totals: (line) =>
      onLine(database, line, async (query) => {
        const rows = await query
          .selectFrom('talk_figure')
          .select(['figure', 'bucket', (sum) => sum.fn.sum<string>('count').as('count')])
          .where('line', '=', line)
          .groupBy(['figure', 'bucket'])
          .orderBy('figure')
          .execute()
        return rows.map((row) => ({ ...row, count: Number(row.count) }))
      }),
    decided: (line, wishes, decision, now) =>
      onLine(database, line, async (query) => {
        const json = { wishes: JSON.stringify(wishes), decision: JSON.stringify(decision) }
        await query
          .insertInto('match_decision')
          .values({ line, id: crypto.randomUUID(), day: brusselsDate(now), ...json })
          .execute()
      }),
    decisions: (line) =>
      onLine(database, line, (query) =>
        query
          .selectFrom('match_decision')
          .select(['day', 'wishes', 'decision'])
          .where('line', '=', line)
          .orderBy('day', 'desc')
          .orderBy('id')
          .limit(DECISIONS_SHOWN)
          .execute(),
      ),
    forgetBefore: (line, now) =>
      onLine(database, line, async (query) => {
        await query.deleteFrom('match_decision').where('line', '=', line).where('day', '<', brusselsDate(now)).execute()
      }),
  }
}
