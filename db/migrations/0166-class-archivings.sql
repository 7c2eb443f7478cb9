-- A class that was closed before its day, and perhaps opened again. Nothing in it is touched: its learners keep what
-- is theirs, and who may look follows from the days.
create table class_archiving (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  -- the day it would have closed
  closes_before date not null,
  archived_by uuid not null references person,
  archived_at timestamptz not null,
  reopened_by uuid references person,
  reopened_at timestamptz
);
create unique index class_archiving_standing on class_archiving (class_id) where reopened_at is null;
