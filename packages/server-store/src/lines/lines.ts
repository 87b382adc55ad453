import { type Database, onLine } from '../database.ts'
import type { LineSettings } from '../schema.ts'

/** The lines that run on this platform, and what each has chosen. Public, except that only the line itself changes it. */
export interface Lines {
  all(): Promise<readonly { id: string; settings: LineSettings }[]>
  find(id: string): Promise<LineSettings | undefined>
  put(id: string, settings: LineSettings): Promise<void>
}

export function createLines(database: Database): Lines {
  return {
    all: () => database.queries.selectFrom('line').selectAll().orderBy('id').execute(),
    async find(id) {
      const row = await database.queries.selectFrom('line').select('settings').where('id', '=', id).executeTakeFirst()
      return row?.settings
    },
    put: (id, settings) =>
      onLine(database, id, async (query) => {
        const json = JSON.stringify(settings)
        await query
          .insertInto('line')
          .values({ id, settings: json })
          .onConflict((at) => at.column('id').doUpdateSet({ settings: json }))
          .execute()
      }),
  }
}
