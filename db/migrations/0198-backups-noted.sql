-- That a whole backup was made, so that each district's office sees how old the last one is.
create table backup_made (
  id uuid primary key,
  district_id uuid not null references district,
  made_at timestamptz not null
);
create index backup_made_lately on backup_made (district_id, made_at desc);
