-- A conference without a room: its learner leads through the pages and is recorded; the family answers in its own
-- time. marks says at which second each page was turned to.
create table walkthrough (
  conference_id uuid primary key references conference,
  district_id uuid not null references district,
  media_id uuid not null references media,
  preparation_id uuid not null references conference_preparation,
  marks integer[] not null,
  sent_at timestamptz not null
);
create index walkthrough_of_media on walkthrough (media_id);
create index walkthrough_of_preparation on walkthrough (preparation_id);
