-- A learner tried their conference out. It is theirs alone: no adult reads that it is there, how long it took, or what
-- was recorded. Deleted, it is gone for good after 30 days.
create table rehearsal (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds,
  learner_id uuid not null references person,
  media_id uuid references media,
  seconds integer not null check (seconds >= 0),
  rehearsed_at timestamptz not null,
  deleted_at timestamptz
);
create index rehearsal_of on rehearsal (learner_id, round_id, rehearsed_at desc);
create index rehearsal_of_media on rehearsal (media_id) where media_id is not null;
