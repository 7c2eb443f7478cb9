-- A learner's own words on their work, a term, or nothing in particular. learner_id is who spoke;
-- who wrote it down stands with each revision, because an adult may scribe for a child.
create table reflection (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  stage text check (stage in ('planning', 'stuck', 'after_feedback', 'finished', 'looking_back')),
  -- the question that was asked: its key in the prompt bank (or the id of a school's own), and its words then
  prompt text,
  prompt_words text not null default '',
  -- the earlier answer that the question quoted
  answers_id uuid references reflection on delete set null,
  piece_id uuid references piece on delete set null,
  iteration_id uuid references iteration on delete set null,
  term_id uuid references term,
  made_at timestamptz not null,
  revision integer not null default 1,
  check (iteration_id is null or piece_id is not null)
);
create index reflection_of_learner on reflection (learner_id, made_at desc);
create index reflection_on_piece on reflection (piece_id) where piece_id is not null;

create table reflection_revision (
  reflection_id uuid not null references reflection on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  body text not null default '',
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (reflection_id, revision)
);

-- The voice, drawing or film that says it, in order.
create table reflection_part (
  reflection_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  position integer not null,
  media_id uuid not null references media,
  caption text not null default '',
  alt text not null default '',
  primary key (reflection_id, revision, position),
  foreign key (reflection_id, revision) references reflection_revision on delete cascade
);
create index reflection_part_of_media on reflection_part (media_id);

-- Private until widened, audience by audience, and narrowed again.
create table reflection_share (
  reflection_id uuid not null references reflection on delete cascade,
  district_id uuid not null references district,
  audience text not null check (audience in ('teachers', 'family')),
  shared_by uuid not null references person,
  shared_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  primary key (reflection_id, audience, shared_at)
);

create table reflection_deletion (
  reflection_id uuid not null references reflection on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (reflection_id, deleted_at)
);

create view standing_reflection with (security_invoker = true) as
  select r.* from reflection r where not exists (
    select 1 from reflection_deletion d where d.reflection_id = r.id and d.restored_at is null);

-- A question the learner let pass. Nobody else ever reads it; it only keeps the question away for a while.
create table prompt_skip (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  prompt text not null,
  skipped_at timestamptz not null
);
create index prompt_skip_of_learner on prompt_skip (learner_id, skipped_at desc);

-- A question of a school's own: for one class, put there by a teacher of it.
create table own_prompt (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  stage text check (stage in ('planning', 'stuck', 'after_feedback', 'finished', 'looking_back')),
  words text not null,
  added_by uuid not null references person,
  added_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz
);
create index own_prompt_of_class on own_prompt (class_id);
