-- The marks of a picture that was drawn here, so that its maker can draw on. Others see only the picture.
create table drawing (
  media_id uuid primary key references media on delete cascade,
  district_id uuid not null references district,
  drawing jsonb not null,
  kept_at timestamptz not null
);
