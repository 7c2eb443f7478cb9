-- What a learner wants. It stays open across terms, classes and years until its learner ends it.
-- competency_id is what it points at, when the learner says so.
create table goal (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  form text not null check (form in ('step', 'picture', 'smart', 'woop')),
  competency_id uuid references competency,
  set_at timestamptz not null,
  revision integer not null default 1
);
create index goal_of_learner on goal (learner_id, set_at desc);

-- Its words, by the names of its form's fields; who wrote them down, because an adult may scribe for a child.
create table goal_revision (
  goal_id uuid not null references goal on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  words jsonb not null,
  check_on date,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (goal_id, revision)
);

-- A picture of it, or the child's voice.
create table goal_part (
  goal_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  position integer not null,
  media_id uuid not null references media,
  alt text not null default '',
  primary key (goal_id, revision, position),
  foreign key (goal_id, revision) references goal_revision on delete cascade
);
create index goal_part_of_media on goal_part (media_id);

create table goal_share (
  goal_id uuid not null references goal on delete cascade,
  district_id uuid not null references district,
  audience text not null check (audience in ('teachers', 'family')),
  shared_by uuid not null references person,
  shared_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  primary key (goal_id, audience, shared_at)
);

create table goal_deletion (
  goal_id uuid not null references goal on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (goal_id, deleted_at)
);

-- Reached, or set aside: both are good endings, and both can be taken up again.
create table goal_ending (
  goal_id uuid not null references goal on delete cascade,
  district_id uuid not null references district,
  kind text not null check (kind in ('reached', 'set_aside')),
  words text not null default '',
  ended_by uuid not null references person,
  ended_at timestamptz not null,
  reopened_at timestamptz,
  primary key (goal_id, ended_at)
);

-- A dated look at it, by its learner, with what shows it.
create table goal_check (
  id uuid primary key,
  district_id uuid not null references district,
  goal_id uuid not null references goal on delete cascade,
  standing text not null check (standing in ('there', 'closer', 'same', 'harder')),
  words text not null default '',
  checked_by uuid not null references person,
  checked_at timestamptz not null
);
create index goal_check_of_goal on goal_check (goal_id, checked_at);

create table goal_check_evidence (
  goal_check_id uuid not null references goal_check on delete cascade,
  district_id uuid not null references district,
  position integer not null,
  piece_id uuid references piece on delete cascade,
  iteration_id uuid references iteration on delete cascade,
  reflection_id uuid references reflection on delete cascade,
  primary key (goal_check_id, position),
  check ((piece_id is null) <> (reflection_id is null)),
  check (iteration_id is null or piece_id is not null)
);

-- What an adult says to a goal: to encourage or to offer help, never to judge it.
create table encouragement (
  id uuid primary key,
  district_id uuid not null references district,
  goal_id uuid not null references goal on delete cascade,
  words text not null,
  given_by uuid not null references person,
  given_at timestamptz not null,
  taken_back_at timestamptz
);
create index encouragement_of_goal on encouragement (goal_id, given_at);

create view standing_goal with (security_invoker = true) as
  select g.* from goal g where not exists (
    select 1 from goal_deletion d where d.goal_id = g.id and d.restored_at is null);
