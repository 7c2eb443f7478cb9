-- What a feed of roster files calls a school, a term, a class or a person, and who or what that is here. The same
-- human may stand in a feed twice (a teacher who is also a mother). Facts are the record as it was last read.
create table roster_key (
  district_id uuid not null references district,
  source text not null,
  kind text not null check (kind in ('school', 'term', 'class', 'person')),
  sourced_id text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}',
  -- since when the feed does not name it any more; what is here stays
  left_on date,
  primary key (district_id, source, kind, sourced_id)
);
create index roster_key_of_subject on roster_key (subject_id);

-- Ties that came from a feed are closed by it; those made by hand are never touched by one.
alter table enrollment add column roster_source text;
alter table enrollment add column sourced_id text;
create index enrollment_of_roster on enrollment (roster_source, id) where roster_source is not null;
alter table guardianship add column roster_source text;
alter table duty add column roster_source text;

-- A file that was brought: what it would do, who applied it, who took that back. The command line has no person.
create table roster_import (
  id uuid primary key,
  district_id uuid not null references district,
  source text not null,
  name text not null,
  format text not null,
  -- of the file's bytes
  digest text not null,
  story jsonb not null,
  brought_by uuid references person,
  brought_at timestamptz not null,
  applied_by uuid references person,
  applied_at timestamptz,
  accepted text[] not null default '{}',
  undone_by uuid references person,
  undone_at timestamptz
);
create index roster_import_lately on roster_import (district_id, brought_at desc);

-- The roster of a file that is looked at and not yet applied: sealed, and kept for some days only.
create table roster_draft (
  import_id uuid primary key references roster_import on delete cascade,
  district_id uuid not null references district,
  sealed bytea not null,
  kept_until timestamptz not null
);

-- What an import changed, as it was before; nothing where there was nothing. Undoing it is putting this back.
create table roster_change (
  import_id uuid not null references roster_import on delete cascade,
  district_id uuid not null references district,
  kind text not null,
  subject_id uuid not null,
  sourced_id text not null default '',
  before jsonb,
  primary key (import_id, kind, subject_id, sourced_id)
);
