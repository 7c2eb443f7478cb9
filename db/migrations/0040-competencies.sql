create extension if not exists pg_trgm;

-- A framework a district points its work at: a pack of ours, a CASE document, a table of its own.
-- identifier is the CASE identifier, the same in every system; judged_by says whose judgement its
-- competencies take: the learner's own (BC's Core Competencies, never graded) or the teacher's.
create table framework (
  id uuid primary key,
  district_id uuid not null references district,
  identifier text not null,
  uri text not null default '',
  title text not null,
  creator text not null default '',
  version text not null default '',
  language text not null default '',
  notes text not null default '',
  judged_by text not null check (judged_by in ('learner', 'teacher')),
  origin text not null check (origin in ('pack', 'case', 'table', 'own')),
  pack text,
  -- the title and notes in other languages: {"fr": {"title": "…", "notes": "…"}}
  translations jsonb not null default '{}',
  raw text,
  adopted_by uuid not null references person,
  adopted_at timestamptz not null,
  unique (district_id, identifier)
);

-- Out of use for new work, open again when reopened_at is there. What points at it stays.
create table framework_closure (
  framework_id uuid not null references framework,
  district_id uuid not null references district,
  closed_by uuid not null references person,
  closed_at timestamptz not null,
  reopened_by uuid references person,
  reopened_at timestamptz,
  primary key (framework_id, closed_at)
);

-- One item. Never deleted, because evidence points at it: what an edition leaves out is retired.
-- raw is the item as it was written elsewhere (JSON, as text, because JSON may hold what jsonb may not);
-- the columns are our reading of it.
create table competency (
  id uuid primary key,
  district_id uuid not null references district,
  framework_id uuid not null references framework,
  identifier text not null,
  uri text not null default '',
  code text not null default '',
  statement text not null,
  short text not null default '',
  notes text not null default '',
  kind text not null default '',
  grades text[] not null default '{}',
  position integer not null,
  -- {"fr": {"statement": "…", "short": "…", "notes": "…"}}
  translations jsonb not null default '{}',
  -- all its words without capitals and accents, written by the program; searched by pieces of words
  search_words text not null,
  raw text,
  revision integer not null default 1,
  retired_at timestamptz,
  replaced_by uuid references competency,
  unique (framework_id, identifier)
);
create index competency_words on competency using gin (search_words gin_trgm_ops);
create index competency_in_framework on competency (framework_id, position);

-- What an item of a district's own framework said before it was edited.
create table earlier_competency (
  competency_id uuid not null references competency,
  district_id uuid not null references district,
  revision integer not null,
  statement text not null,
  short text not null,
  notes text not null,
  code text not null,
  replaced_by uuid not null references person,
  replaced_at timestamptz not null,
  primary key (competency_id, revision)
);

-- How items relate. A parent is kind 'isChildOf' with the child as origin; a tie to the framework itself
-- has no destination_id; one that leads outside keeps only the identifiers.
create table competency_tie (
  framework_id uuid not null references framework,
  district_id uuid not null references district,
  identifier text not null,
  kind text not null,
  origin text not null,
  destination text not null,
  origin_id uuid references competency,
  destination_id uuid references competency,
  sequence real,
  retired_at timestamptz,
  primary key (framework_id, identifier)
);
create index competency_tie_up on competency_tie (origin_id, kind);
create index competency_tie_down on competency_tie (destination_id, kind);

-- Words of a competency on how it shows, simple to complex. Additive: nobody leaves the first behind.
-- The official BC texts are the Crown's, so a district loads them itself.
create table profile (
  competency_id uuid not null references competency,
  district_id uuid not null references district,
  number integer not null check (number between 1 and 12),
  language text not null,
  statement text not null,
  source text not null,
  loaded_by uuid not null references person,
  loaded_at timestamptz not null,
  primary key (competency_id, number, language)
);

-- A file or address somebody brought, as we read it, and what became of it.
create table framework_import (
  id uuid primary key,
  district_id uuid not null references district,
  name text not null,
  draft text not null,
  brought_by uuid not null references person,
  brought_at timestamptz not null,
  framework_id uuid references framework,
  applied_by uuid references person,
  applied_at timestamptz,
  outcome jsonb
);
create index framework_import_lately on framework_import (district_id, brought_at desc);
