/**
 * What comes after a talk. No row of a follow-up leads to a conversation: the wishes of both sides hang on the conversation
 * and go with it, or when the follow-up begins under an id and a secret of its own.
 */
export const followUps = /* sql */ `
create table talk_wish (
  line text not null,
  conversation text not null,
  side text not null check (side in ('seeker', 'professional')),
  wish json not null,
  primary key (line, conversation, side),
  foreign key (line, conversation) references conversation (line, id) on delete cascade
);

create table follow_up (
  line text not null,
  id text not null,
  kid text not null,
  secret_hash text not null,
  state json not null,
  start_at bigint,
  end_at bigint,
  sequence integer not null default -1,
  payment text,
  work text not null,
  written_sequence integer not null default -1,
  etag text,
  kept_until bigint not null,
  primary key (line, id),
  unique (line, work),
  unique (line, payment),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);
-- Also where no rule looked: a moment is had by one person only (F6).
create unique index follow_up_moment on follow_up (line, kid, start_at) where start_at is not null;
create index follow_up_kept on follow_up (line, kept_until);

create table follow_up_settings (
  line text not null,
  kid text not null,
  settings json not null,
  calendar text,
  calendar_problem text,
  primary key (line, kid),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);
`

export const followUpTables = ['talk_wish', 'follow_up', 'follow_up_settings'] as const
