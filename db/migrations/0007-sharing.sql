-- A share shows a piece to an audience until it is withdrawn. Without a share, only the learner sees it.
create table share (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  audience text not null check (audience in ('teachers', 'family', 'class')),
  space_id uuid references space,
  shared_by uuid not null references person,
  shared_at timestamptz not null,
  check ((audience = 'class') = (space_id is not null))
);
create index share_of_piece on share (piece_id);
create index share_in_space on share (space_id, shared_at desc) where space_id is not null;

create table withdrawal (
  share_id uuid primary key references share on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

-- Deletion waits 30 days and can be restored until then; after that the worker erases for ever.
-- Without an iteration it is the whole piece.
create table deletion (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  iteration_id uuid references iteration on delete cascade,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null
);
create index deletion_of_piece on deletion (piece_id);

create table restoration (
  deletion_id uuid primary key references deletion on delete cascade,
  district_id uuid not null references district,
  restored_by uuid not null references person,
  restored_at timestamptz not null
);

create view live_share with (security_invoker = true) as
  select s.* from share s where not exists (select 1 from withdrawal w where w.share_id = s.id);

create view standing_deletion with (security_invoker = true) as
  select d.* from deletion d where not exists (select 1 from restoration r where r.deletion_id = d.id);

-- Who has looked at a piece, for the learner and the family to see. One row a person and day.
create table look (
  piece_id uuid not null references piece on delete cascade,
  district_id uuid not null references district,
  person_id uuid not null references person,
  looked_on date not null,
  first_at timestamptz not null,
  primary key (piece_id, person_id, looked_on)
);
