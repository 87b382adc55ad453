/** Professionals who can be rung for a talk, who is being rung, what they did this week, and figures that name nobody. */
export const professionals = /* sql */ `
create table professional (
  line text not null,
  kid text not null,
  profile json not null,
  recognition json,
  primary key (line, kid),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);

-- One row for a professional: who has it is being rung or is in a talk, and nobody else gets them.
create table ring (
  line text not null,
  kid text not null,
  conversation text not null,
  until bigint not null,
  -- Why this professional, as both sides may know: codes, apart by commas.
  reasons text not null default '',
  accepted_at bigint,
  primary key (line, kid),
  unique (line, conversation),
  foreign key (line, conversation) references conversation (line, id) on delete cascade
);

create table asked (
  line text not null,
  conversation text not null,
  kid text not null,
  -- Nobody is rung over and over for one person (G6).
  times integer not null default 1,
  primary key (line, conversation, kid),
  foreign key (line, conversation) references conversation (line, id) on delete cascade
);

create table professional_week (
  line text not null,
  kid text not null,
  week text not null,
  minutes integer not null default 0,
  talks integer not null default 0,
  rings integer not null default 0,
  declined integer not null default 0,
  silent integer not null default 0,
  last_talk_at bigint not null default 0,
  primary key (line, kid, week),
  foreign key (line, kid) references staff (line, kid) on delete cascade
);

create table match_decision (
  line text not null,
  id text not null,
  day text not null,
  wishes json not null,
  decision json not null,
  primary key (line, id)
);

create table talk_figure (
  line text not null,
  day text not null,
  figure text not null,
  bucket text not null,
  count integer not null,
  primary key (line, day, figure, bucket)
);
`

export const professionalTables = [
  'professional',
  'ring',
  'asked',
  'professional_week',
  'match_decision',
  'talk_figure',
] as const
