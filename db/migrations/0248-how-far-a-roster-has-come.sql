-- How far a roster has come that is being applied, written beside its transaction for whoever looks from elsewhere. It
-- is gone with what it led to; where it stands and nobody holds the lock of the district's imports, it broke off.
create table roster_progress (
  -- which may not be seen yet
  import_id uuid primary key,
  district_id uuid not null references district,
  name text not null,
  began_at timestamptz not null,
  -- of a hundred
  how_far integer not null check (how_far between 0 and 100)
);
create index roster_progress_of_district on roster_progress (district_id);
