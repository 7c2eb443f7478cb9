-- A teacher's words on one iteration.
create table feedback (
  id uuid primary key,
  district_id uuid not null references district,
  iteration_id uuid not null references iteration on delete cascade,
  given_by uuid not null references person,
  given_at timestamptz not null,
  body text not null,
  revision integer not null default 1
);
create index feedback_on_iteration on feedback (iteration_id, given_at);

create table earlier_feedback (
  feedback_id uuid not null references feedback on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  body text not null,
  replaced_at timestamptz not null,
  primary key (feedback_id, revision)
);

-- The learner's answer. Answers are added, never changed: "not yet" may later become "used it", and the
-- latest one counts. iteration_id is the attempt that takes the feedback up.
create table reply (
  id uuid primary key,
  district_id uuid not null references district,
  feedback_id uuid not null references feedback on delete cascade,
  kind text not null check (kind in ('used', 'not_yet', 'differently')),
  why text not null default '',
  iteration_id uuid references iteration on delete set null,
  replied_by uuid not null references person,
  replied_at timestamptz not null
);
create index reply_to_feedback on reply (feedback_id, replied_at desc);
create index reply_with_iteration on reply (iteration_id) where iteration_id is not null;
