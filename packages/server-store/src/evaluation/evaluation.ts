/** The evaluation of the toolkit: counts by day (E1). */
import type { Counted } from '@houvast/rules/evaluation/evaluation'
import { DAY_MS, type Instant } from '@houvast/rules/time'
import { sql } from 'kysely'
import type { Database } from '../database.ts'

export interface Evaluation {
  count(answers: readonly { question: string; answer: string }[], now: Instant): Promise<void>
  /** Over all days. */
  totals(): Promise<readonly Counted[]>
}

export function createEvaluation({ queries }: Database): Evaluation {
  return {
    async count(answers, now) {
      if (answers.length === 0) return
      const day = now - (now % DAY_MS)
      await queries
        .insertInto('evaluation_count')
        .values(answers.map((one) => ({ ...one, day, count: 1 })))
        .onConflict((at) =>
          at.columns(['day', 'question', 'answer']).doUpdateSet({ count: sql`evaluation_count.count + 1` }),
        )
        .execute()
    },
    async totals() {
      const rows = await queries
        .selectFrom('evaluation_count')
        .select(['question', 'answer', (sum) => sum.fn.sum<string>('count').as('count')])
        .groupBy(['question', 'answer'])
        .execute()
      return rows.map((row) => ({ ...row, count: Number(row.count) }))
    },
  }
}
