-- A learner's letter to who they will be. Until opens_on nobody reads it, its learner neither; there is no
-- revision, because nobody can look at it to change it.
create table letter (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  opens_on date not null,
  body text not null default '',
  sealed_at timestamptz not null
);
create index letter_of_learner on letter (learner_id, opens_on);

-- The voice it is spoken with.
create table letter_part (
  letter_id uuid not null references letter on delete cascade,
  district_id uuid not null references district,
  position integer not null,
  media_id uuid not null references media,
  primary key (letter_id, position)
);
create index letter_part_of_media on letter_part (media_id);

-- When its learner first opened it.
create table letter_opening (
  letter_id uuid primary key references letter on delete cascade,
  district_id uuid not null references district,
  opened_at timestamptz not null
);

create table letter_deletion (
  letter_id uuid not null references letter on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (letter_id, deleted_at)
);
