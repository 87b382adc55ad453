import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Catalog, readCatalog, type Violation, violations } from './catalog.ts'
import type { Database } from './database.ts'
import { onLine } from './database.ts'
import { testEngines } from './test-engines.ts'

for (const engine of testEngines()) {
  describe(`the tables on ${engine.name}`, () => {
    let database: Database
    let catalog: Catalog

    beforeAll(async () => {
      database = await engine.open()
      catalog = await readCatalog(database)
    }, 60_000)
    afterAll(() => database.close())

    test('[T2] every table, view and function keeps to the rules', () => {
      expect(catalog.tables.length).toBeGreaterThan(8)
      expect(violations(catalog)).toEqual([])
    })

    test('[T3] the application works as a role that owns nothing and bypasses nothing', async () => {
      const { rows } = await sql<{ name: string; super: boolean; bypass: boolean; owned: number }>`
        select rolname as name, rolsuper as super, rolbypassrls as bypass,
          (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = current_user`.execute(database.queries)

      expect(rows).toEqual([{ name: 'houvast_app', super: false, bypass: false, owned: 0 }])
    })

    test('[T1] without a line nothing of any line can be read or written', async () => {
      await database.queries.transaction().execute(async (query) => {
        for (const { name } of catalog.tables.filter((table) => table.hasLine))
          expect((await sql`select * from ${sql.table(name)}`.execute(query)).rows).toEqual([])
      })
      const writing = database.queries
        .insertInto('key_book_entry')
        .values({ line: 'awel', index: 0, entry: 'x' })
        .execute()
      await expect(writing).rejects.toMatchObject({ code: '42501' })
    })

    test('[T1] a line cannot write a row of another', async () => {
      const writing = onLine(database, 'awel', (query) =>
        query.insertInto('key_book_entry').values({ line: 'tele-onthaal', index: 0, entry: 'x' }).execute(),
      )
      await expect(writing).rejects.toMatchObject({ code: '42501' })
    })
  })
}

describe('the catalog check itself', () => {
  const good: Catalog = {
    tables: [{ name: 'entry', hasLine: true, isEnabled: true, isForced: true, policies: ['one_line'] }],
    keys: [{ table: 'entry', name: 'entry_pkey', columns: ['line', 'seq'] }],
    views: [],
    functions: [],
  }
  const table = good.tables[0] as Catalog['tables'][number]

  test.each<[string, Partial<Catalog>, Violation['broken']]>([
    ['a table without row-level security', { tables: [{ ...table, isEnabled: false }] }, 'not enabled'],
    ['a table that its owner sees whole', { tables: [{ ...table, isForced: false }] }, 'not forced'],
    ['a table of no line', { tables: [{ ...table, hasLine: false }] }, 'no line'],
    ['a table without a policy', { tables: [{ ...table, policies: [] }] }, 'no policy'],
    ['a unique key over all lines', { keys: [{ table: 'entry', name: 'k', columns: ['id'] }] }, 'line not first'],
    ['a view with its owner’s eyes', { views: [{ name: 'all_entries', isInvoker: false }] }, 'sees as its owner'],
    ['a function with its owner’s hands', { functions: [{ name: 'f', isDefiner: true }] }, 'acts as its owner'],
  ])('[T2] catches %s', (_, fault, broken) => {
    expect(violations({ ...good, ...fault }).map((violation) => violation.broken)).toContain(broken)
  })
})
