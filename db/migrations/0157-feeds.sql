-- What the columns of a district's own extracts are. The newest holds.
create table roster_columns (
  id uuid primary key,
  district_id uuid not null references district,
  columns jsonb not null,
  kept_by uuid not null references person,
  kept_at timestamptz not null
);
create index roster_columns_lately on roster_columns (district_id, kept_at desc, id desc);

-- A OneRoster server that the district's rosters are asked of every night. The newest decision holds; the secret is
-- sealed, and the table alone opens nothing there.
create table roster_server (
  id uuid primary key,
  district_id uuid not null references district,
  address text not null,
  token_address text not null,
  version text not null check (version in ('1.1', '1.2')),
  client_id text not null,
  client_secret bytea not null,
  kept_by uuid not null references person,
  kept_at timestamptz not null,
  -- since when nobody asks it any more
  closed_at timestamptz,
  -- by the night, whatever came of it
  asked_at timestamptz,
  trouble text not null default ''
);
create index roster_server_lately on roster_server (district_id, kept_at desc, id desc);
