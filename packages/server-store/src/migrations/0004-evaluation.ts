/** Counts of answers, by day. No row for a person: what somebody answered to one question is not joined to another. */
export const evaluation = /* sql */ `
create table evaluation_count (
  day bigint not null,
  question text not null,
  answer text not null,
  count integer not null,
  primary key (day, question, answer)
);
alter table evaluation_count enable row level security;
alter table evaluation_count force row level security;
create policy counting on evaluation_count to houvast_app using (true) with check (true);
grant select, insert, update on evaluation_count to houvast_app;
`
