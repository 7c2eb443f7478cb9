-- What is said in a recording, as typed by whoever may revise the work that carries it: plain words, captions
-- in time (WebVTT, written anew from its cues), or both. Every revision stays.
create table transcript (
  media_id uuid not null references media on delete cascade,
  district_id uuid not null references district,
  revision integer not null check (revision > 0),
  locale text not null,
  body text not null default '',
  captions text not null default '',
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (media_id, revision)
);
