-- What is stored, by school, as it was when it was counted: two hundred thousand files are not counted while somebody waits.
create table storage_count (
  district_id uuid primary key references district,
  counted_at timestamptz not null,
  -- of each school (null for families and whoever is at none) files, bytes, and of both what leaves soon
  schools jsonb not null
);
