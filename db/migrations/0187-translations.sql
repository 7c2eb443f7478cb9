-- A server for translations that the district runs itself: none until its office names one, and none after it was
-- turned off (address null). The last row counts.
create table translator (
  id uuid primary key,
  district_id uuid not null references district,
  address text,
  sealed_key bytea,
  languages text[] not null default '{}',
  set_by uuid not null references person,
  set_at timestamptz not null,
  check ((address is null) = (languages = '{}'))
);
create index translator_of_district on translator (district_id, set_at desc);

-- In which language somebody has others' words translated; their own choice among those offered.
alter table preference add column reading_language text;

-- What a machine made of somebody's words, beside them and never in their place: once for each wording and language,
-- gone with what it was made of.
create table translation (
  id uuid primary key,
  district_id uuid not null references district,
  asking_id uuid references asking on delete cascade,
  piece_id uuid references piece on delete cascade,
  iteration_id uuid references iteration on delete cascade,
  reflection_id uuid references reflection on delete cascade,
  feedback_id uuid references feedback on delete cascade,
  original_hash text not null,
  language text not null,
  words text not null,
  made_at timestamptz not null,
  check (num_nonnulls(asking_id, piece_id, iteration_id, reflection_id, feedback_id) = 1)
);
create unique index translation_once on translation
  (coalesce(asking_id, piece_id, iteration_id, reflection_id, feedback_id), language, original_hash);
create index translation_of_asking on translation (asking_id) where asking_id is not null;
create index translation_of_piece on translation (piece_id) where piece_id is not null;
create index translation_of_iteration on translation (iteration_id) where iteration_id is not null;
create index translation_of_reflection on translation (reflection_id) where reflection_id is not null;
create index translation_of_feedback on translation (feedback_id) where feedback_id is not null;
