/** Kysely on the one connection that PGlite has: whoever holds it has the database alone. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { EmbeddedConnection } from './embedded-connection.ts'

export function embeddedDialect(embedded: EmbeddedConnection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(embedded),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function createDriver(embedded: EmbeddedConnection): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, affected } = await embedded.query(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    async *streamQuery() {
      yield* []
      throw new Error('The embedded database does not stream.')
    },
  }
  let last: Promise<void> = Promise.resolve()
  const release = new WeakMap<DatabaseConnection, () => void>()
  const run = (sql: string) => (holder: DatabaseConnection) =>
    holder.executeQuery(CompiledQuery.raw(sql)).then(() => {})
  return {
    async init() {},
    async acquireConnection() {
      const before = last
      const holder = Object.create(connection) as DatabaseConnection
      last = new Promise((resolve) => release.set(holder, resolve))
      await before
      return holder
    },
    beginTransaction: run('begin'),
    commitTransaction: run('commit'),
    rollbackTransaction: run('rollback'),
    async releaseConnection(holder) {
      release.get(holder)?.()
    },
    async destroy() {
      await embedded.close()
    },
  }
}
