/** Lines, their staff and keys, and sealed conversations. Every table but `line` and `migration` belongs to one line. */
export const linesStaffConversations = /* sql */ `
create table line (
  id text primary key,
  settings jsonb not null
);

create table staff (
  line text not null references line (id),
  kid text not null,
  name text not null,
  role text not null check (role in ('helper', 'shift-lead', 'coordinator')),
  verifier_hash text not null,
  totp text not null,
  totp_step bigint not null default 0,
  identity text not null,
  primary key (line, kid),
  unique (line, name)
);

create table passkey (
  line text not null,
  id text not null,
  kid text not null,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  identity text not null,
  primary key (line, id),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);

create table staff_session (
  line text not null,
  token_hash text not null,
  kid text not null,
  expires_at bigint not null,
  primary key (line, token_hash),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);

create table key_book_entry (
  line text not null references line (id),
  index integer not null,
  entry text not null,
  primary key (line, index)
);

create table duty_key (
  line text not null references line (id),
  epoch integer not null,
  kid text not null,
  record text not null,
  valid_until bigint not null,
  primary key (line, epoch)
);

create table duty_wrap (
  line text not null,
  epoch integer not null,
  for_kid text not null,
  sealed text not null,
  primary key (line, epoch, for_kid),
  foreign key (line, epoch) references duty_key (line, epoch) on delete cascade
);

create table conversation (
  line text not null references line (id),
  id text not null,
  phase text not null check (phase in ('waiting', 'active', 'ended')),
  since bigint not null,
  helper text,
  state json not null,
  secret_hash text not null,
  place_ticket text not null,
  seeker_seen_at bigint not null,
  taken_at bigint,
  ended_at bigint,
  primary key (line, id),
  unique (line, place_ticket)
) with (fillfactor = 70);
create index conversation_waiting on conversation (line, since) where phase = 'waiting';
create index conversation_active on conversation (line, helper) where phase = 'active';
create index conversation_taken on conversation (line, taken_at) where taken_at is not null;
create index conversation_ended on conversation (line, ended_at) where phase = 'ended';

-- No foreign key: written for every message, with its conversation locked; a check for each row would cost more than the row.
create table entry (
  line text not null,
  conversation text not null,
  seq integer not null,
  kind text not null check (kind in ('start', 'commit', 'envelope')),
  id text not null,
  kid text not null,
  n integer not null,
  body text not null,
  primary key (line, conversation, seq),
  unique (line, conversation, id)
);

create table wrap (
  line text not null,
  conversation text not null,
  epoch integer not null,
  for_kid text not null,
  sealed text not null,
  primary key (line, conversation, epoch, for_kid),
  foreign key (line, conversation) references conversation (line, id) on delete cascade
);

create table seen (
  line text not null,
  conversation text not null,
  kid text not null,
  delivered integer not null,
  read integer not null,
  primary key (line, conversation, kid),
  foreign key (line, conversation) references conversation (line, id) on delete cascade
);
`

/** Row-level security: the application's role sees one line at a time, and the owner is held to it as well. */
export const tenantTables = [
  'staff',
  'passkey',
  'staff_session',
  'key_book_entry',
  'duty_key',
  'duty_wrap',
  'conversation',
  'entry',
  'wrap',
  'seen',
] as const
