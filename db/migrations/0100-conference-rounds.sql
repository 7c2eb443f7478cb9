-- A round of student-led conferences of one class, from its first day to its last. The row says how it stands
-- today; every edit stays in conference_round_revision. Called off, it is still there to be read.
create table conference_rounds (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  revision integer not null default 1,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index conference_rounds_of_class on conference_rounds (class_id, starts_on desc);

create table conference_round_revision (
  round_id uuid not null references conference_rounds,
  district_id uuid not null references district,
  revision integer not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (round_id, revision)
);
