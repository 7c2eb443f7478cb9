-- What a learner says they can do at a competency. Additive: a later one stands beside the earlier ones, never
-- in their place. It holds no level, and no table of it ever may (test/walls/scales.test.ts).
create table claim (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  competency_id uuid not null references competency,
  made_at timestamptz not null,
  revision integer not null default 1,
  unique (id, learner_id)
);
create index claim_of_learner on claim (learner_id, made_at desc);
create index claim_at_competency on claim (competency_id);

-- Its words. profile is the statement of the district's profiles that the learner chose, as it read then.
-- The first revision may be written down by an adult for a young child; every other is the learner's own.
create table claim_revision (
  claim_id uuid not null,
  district_id uuid not null references district,
  learner_id uuid not null,
  revision integer not null,
  words text not null default '',
  profile integer,
  profile_words text not null default '',
  reflection text not null default '',
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (claim_id, revision),
  foreign key (claim_id, learner_id) references claim (id, learner_id) on delete cascade,
  check (revision = 1 or written_by = learner_id)
);

-- The voice or drawing that says it, in order.
create table claim_part (
  claim_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  position integer not null,
  media_id uuid not null references media,
  alt text not null default '',
  primary key (claim_id, revision, position),
  foreign key (claim_id, revision) references claim_revision on delete cascade
);
create index claim_part_of_media on claim_part (media_id);

-- What shows it: work, an attempt, a reflection, or words about something outside school.
create table claim_evidence (
  claim_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  position integer not null,
  piece_id uuid references piece on delete cascade,
  iteration_id uuid references iteration on delete cascade,
  reflection_id uuid references reflection on delete cascade,
  place text check (place in ('sport', 'job', 'home', 'community', 'elsewhere')),
  words text not null default '',
  primary key (claim_id, revision, position),
  foreign key (claim_id, revision) references claim_revision on delete cascade,
  check (num_nonnulls(piece_id, reflection_id, place) = 1),
  check (iteration_id is null or piece_id is not null)
);
create index claim_evidence_of_piece on claim_evidence (piece_id) where piece_id is not null;

create table claim_share (
  claim_id uuid not null references claim on delete cascade,
  district_id uuid not null references district,
  audience text not null check (audience in ('teachers', 'family')),
  shared_by uuid not null references person,
  shared_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  primary key (claim_id, audience, shared_at)
);

create table claim_deletion (
  claim_id uuid not null references claim on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (claim_id, deleted_at)
);

create view standing_claim with (security_invoker = true) as
  select k.* from claim k where not exists (
    select 1 from claim_deletion d where d.claim_id = k.id and d.restored_at is null);
