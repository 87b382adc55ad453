/**
 * What people without an account let lie here, sealed: it belongs to no line, and a query sees one place at a time. `written_on` is
 * a day, not a moment.
 */
export const deposits = /* sql */ `
create table deposit (
  place text not null,
  version integer not null,
  use text not null check (use in ('copy', 'link', 'move')),
  sealed text not null,
  may_read_hash text not null,
  may_change_hash text not null,
  tries_left integer,
  written_on bigint not null,
  expires_at bigint not null,
  primary key (place, version)
);
create index deposit_expires on deposit (expires_at);
`

export const placeTables = ['deposit'] as const
