-- Sentences a person writes often, in their order. Each change is a further row; the latest one counts, so
-- two devices that change them at once are told.
create table phrase_list (
  person_id uuid not null references person on delete cascade,
  district_id uuid not null references district,
  revision integer not null check (revision > 0),
  phrases text[] not null,
  written_at timestamptz not null,
  primary key (person_id, revision)
);
