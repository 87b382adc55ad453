/** Plans that two people edit at once: sealed changes in a row. Of no line; a query sees one room. */
export const livePlans = /* sql */ `
create table live_room (
  place text not null,
  word_hash text not null,
  last_seq integer not null default 0,
  expires_at bigint not null,
  primary key (place)
);
create index live_room_expires on live_room (expires_at);

create table live_update (
  place text not null references live_room (place) on delete cascade,
  seq integer not null,
  sealed text not null,
  expires_at bigint not null,
  primary key (place, seq)
);
`

export const livePlaceTables = ['live_room', 'live_update'] as const
