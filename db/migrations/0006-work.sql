-- A piece of work. It belongs to its learner for ever; created_by differs from learner_id when a teacher
-- posted it for several learners at once.
create table piece (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  title text not null default '',
  created_by uuid not null references person,
  created_at timestamptz not null,
  -- when its latest iteration was made; lists are ordered by it
  grown_at timestamptz not null
);
create index piece_of_learner on piece (learner_id, grown_at desc);

create table earlier_title (
  piece_id uuid not null references piece on delete cascade,
  district_id uuid not null references district,
  title text not null,
  replaced_by uuid not null references person,
  replaced_at timestamptz not null,
  primary key (piece_id, replaced_at)
);

-- One numbered attempt at a piece. revision counts its edits; what was before stays in part.
create table iteration (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  number integer not null check (number > 0),
  made_by uuid not null references person,
  made_at timestamptz not null,
  revision integer not null default 1,
  unique (piece_id, number)
);

create table iteration_revision (
  iteration_id uuid not null references iteration on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  what_changed text not null default '',
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (iteration_id, revision)
);

-- What an iteration holds, in order.
create table part (
  iteration_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  position integer not null,
  kind text not null check (kind in ('text', 'media', 'link')),
  body text,
  url text,
  media_id uuid references media,
  caption text not null default '',
  alt text not null default '',
  primary key (iteration_id, revision, position),
  foreign key (iteration_id, revision) references iteration_revision on delete cascade,
  check (case kind when 'text' then body is not null when 'link' then url is not null else media_id is not null end)
);
create index part_of_media on part (media_id) where media_id is not null;
