import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testEngines } from '../test-engines.ts'
import { createEvaluation } from './evaluation.ts'

describe.each(testEngines())('the evaluation on $name', (engine) => {
  test('[E1] only counts by day are kept, also when many answer at once', async () => {
    const database = await engine.open()
    const evaluation = createEvaluation(database)
    const answers = [
      { question: 'making', answer: 'easy' },
      { question: 'found', answer: 'yes' },
    ]
    await Promise.all(Array.from({ length: 7 }, () => evaluation.count(answers, 1_800_000_123_456)))
    await evaluation.count([{ question: 'making', answer: 'easy' }], 1_800_100_000_000)

    expect(await evaluation.totals()).toContainEqual({ question: 'making', answer: 'easy', count: 8 })
    const { rows } = await sql<{ day: number }>`select * from evaluation_count`.execute(database.queries)
    expect(rows).toHaveLength(3)
    expect(rows.every(({ day }) => day % 86_400_000 === 0)).toBe(true)
    await database.close()
  }, 60_000)
})
