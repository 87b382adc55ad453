/**
 * What the database's own catalog says of our tables, views and functions, and which of it breaks the rules of
 * docs/rules/tenants.md. Read by a test, so that a migration that forgets a table fails before it lands.
 */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { placeTables as depositTables } from './migrations/0002-deposits.ts'
import { livePlaceTables } from './migrations/0003-live-plans.ts'

export type Catalog = {
  readonly tables: readonly {
    readonly name: string
    readonly hasLine: boolean
    readonly isEnabled: boolean
    readonly isForced: boolean
    readonly policies: readonly string[]
  }[]
  readonly keys: readonly { readonly table: string; readonly name: string; readonly columns: readonly string[] }[]
  readonly views: readonly { readonly name: string; readonly isInvoker: boolean }[]
  readonly functions: readonly { readonly name: string; readonly isDefiner: boolean }[]
}

export type Violation = {
  readonly of: string
  readonly broken:
    | 'no line'
    | 'not enabled'
    | 'not forced'
    | 'no policy'
    | 'line not first'
    | 'sees as its owner'
    | 'acts as its owner'
}

/** `line` is what anyone may know, `evaluation_count` what nobody is known by; `migration` the application cannot reach at all. */
const publicTables: ReadonlySet<string> = new Set(['line', 'evaluation_count', 'migration'])
/** Of no line: held to one place at a time, by the same means. */
const placeTables: ReadonlySet<string> = new Set([...depositTables, ...livePlaceTables])
const unreachable: ReadonlySet<string> = new Set(['migration'])

export function violations({ tables, keys, views, functions }: Catalog): readonly Violation[] {
  const ofTables = tables
    .filter(({ name }) => !unreachable.has(name))
    .flatMap(({ name, hasLine, isEnabled, isForced, policies }): Violation[] => [
      ...(hasLine || publicTables.has(name) || placeTables.has(name) ? [] : [{ of: name, broken: 'no line' } as const]),
      ...(isEnabled ? [] : [{ of: name, broken: 'not enabled' } as const]),
      ...(isForced ? [] : [{ of: name, broken: 'not forced' } as const]),
      ...(policies.length > 0 ? [] : [{ of: name, broken: 'no policy' } as const]),
    ])
  const ofKeys = keys
    .filter(
      ({ table, columns }) => !publicTables.has(table) && columns[0] !== (placeTables.has(table) ? 'place' : 'line'),
    )
    .map(({ name }): Violation => ({ of: name, broken: 'line not first' }))
  const ofViews = views
    .filter(({ isInvoker }) => !isInvoker)
    .map(({ name }): Violation => ({ of: name, broken: 'sees as its owner' }))
  const ofFunctions = functions
    .filter(({ isDefiner }) => isDefiner)
    .map(({ name }): Violation => ({ of: name, broken: 'acts as its owner' }))
  return [...ofTables, ...ofKeys, ...ofViews, ...ofFunctions]
}

export async function readCatalog({ queries }: Database): Promise<Catalog> {
  const tables = await sql<Catalog['tables'][number]>`
    select relname as name, relrowsecurity as "isEnabled", relforcerowsecurity as "isForced",
      exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'line') as "hasLine",
      array(select polname::text from pg_policy where polrelid = pg_class.oid) as policies
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`.execute(
    queries,
  )
  // Unique indexes (primary keys are among them) and foreign keys, each with its columns in order.
  const keys = await sql<Catalog['keys'][number]>`
    select t.relname as "table", i.relname as name, array(
      select attname::text from unnest(indkey::int2[]) with ordinality as k (at, place)
      join pg_attribute on attrelid = t.oid and attnum = k.at order by place) as columns
    from pg_index join pg_class i on i.oid = indexrelid join pg_class t on t.oid = indrelid
    where indisunique and t.relnamespace = 'public'::regnamespace
    union all
    select t.relname, conname, array(
      select attname::text from unnest(conkey) with ordinality as k (at, place)
      join pg_attribute on attrelid = t.oid and attnum = k.at order by place)
    from pg_constraint join pg_class t on t.oid = conrelid
    where contype = 'f' and t.relnamespace = 'public'::regnamespace`.execute(queries)
  const views = await sql<Catalog['views'][number]>`
    select relname as name, coalesce('security_invoker=true' = any(reloptions), false) as "isInvoker"
    from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`.execute(queries)
  const functions = await sql<Catalog['functions'][number]>`
    select proname as name, prosecdef as "isDefiner" from pg_proc
    where pronamespace = 'public'::regnamespace`.execute(queries)
  return { tables: tables.rows, keys: keys.rows, views: views.rows, functions: functions.rows }
}
