-- A question may be put differently. Its row is how it stands now; here is how it stood before, and by whom.
-- Answers keep the words they answered.
alter table own_prompt add column revision integer not null default 1;
alter table own_prompt add column revised_by uuid references person;
alter table own_prompt add column revised_at timestamptz;

create table own_prompt_revision (
  own_prompt_id uuid not null references own_prompt on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  stage text,
  band text,
  words text not null,
  french text not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (own_prompt_id, revision)
);
