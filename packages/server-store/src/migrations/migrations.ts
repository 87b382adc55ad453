/** All migrations in order. A new one is added at the end; one that has landed is never changed. */
import { linesStaffConversations, tenantTables } from './0001-lines-staff-conversations.ts'
import { deposits, placeTables } from './0002-deposits.ts'
import { livePlaceTables, livePlans } from './0003-live-plans.ts'
import { evaluation } from './0004-evaluation.ts'
import { professionals, professionalTables } from './0005-professionals.ts'
import { followUps, followUpTables } from './0006-follow-ups.ts'

export type Migration = { readonly name: string; readonly sql: string }

export const migrations: readonly Migration[] = [
  {
    name: '0001-lines-staff-conversations',
    sql: linesStaffConversations + tenantTables.map(heldToOneLine).join('') + publicTable('line'),
  },
  { name: '0002-deposits', sql: deposits + placeTables.map(heldToOnePlace).join('') },
  { name: '0003-live-plans', sql: livePlans + livePlaceTables.map(heldToOnePlace).join('') },
  { name: '0004-evaluation', sql: evaluation },
  { name: '0005-professionals', sql: professionals + professionalTables.map(heldToOneLine).join('') },
  { name: '0006-follow-ups', sql: followUps + followUpTables.map(heldToOneLine).join('') },
]

/** ENABLE and FORCE: without FORCE the owner of a table sees every line. */
function heldToOneLine(table: string) {
  return /* sql */ `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy one_line on ${table} to houvast_app
      using (line = current_setting('houvast.line', true))
      with check (line = current_setting('houvast.line', true));
    grant select, insert, update, delete on ${table} to houvast_app;`
}

/** What anyone may know; only the owner's migrations and the demonstration write it. */
function publicTable(table: string) {
  return /* sql */ `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy public_reading on ${table} for select to houvast_app using (true);
    create policy one_line_writing on ${table} for insert to houvast_app
      with check (id = current_setting('houvast.line', true));
    create policy one_line_changing on ${table} for update to houvast_app
      using (id = current_setting('houvast.line', true));
    grant select, insert, update on ${table} to houvast_app;`
}

/** Of no line: a query sees one place, or what has expired and may be cleared away. */
function heldToOnePlace(table: string) {
  return /* sql */ `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy one_place on ${table} to houvast_app
      using (place = current_setting('houvast.place', true))
      with check (place = current_setting('houvast.place', true));
    create policy expired on ${table} for select to houvast_app
      using (expires_at < nullif(current_setting('houvast.expired_at', true), '')::bigint);
    create policy expired_clearing on ${table} for delete to houvast_app
      using (expires_at < nullif(current_setting('houvast.expired_at', true), '')::bigint);
    grant select, insert, update, delete on ${table} to houvast_app;`
}
