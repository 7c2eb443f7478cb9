-- What people of a space say about a piece its learner shows there: a sign with a word, or words. Taken back by whoever
-- said it; reported by whoever reads it; hidden and shown again by a teacher of the space. Nothing is counted.
create table remark (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  space_id uuid not null references space,
  author_id uuid not null references person,
  sign text,
  body text not null default '',
  said_at timestamptz not null,
  taken_back_at timestamptz,
  check ((sign is null) <> (body = ''))
);
create unique index remark_sign_once on remark (piece_id, space_id, author_id, sign) where taken_back_at is null;
create index remark_on_piece on remark (piece_id, space_id, said_at);
create index remark_in_space on remark (space_id);

create table remark_report (
  id uuid primary key,
  district_id uuid not null references district,
  remark_id uuid not null references remark on delete cascade,
  why text not null,
  reported_by uuid not null references person,
  reported_at timestamptz not null
);
create index remark_report_of on remark_report (remark_id);

create table remark_decision (
  id uuid primary key,
  district_id uuid not null references district,
  remark_id uuid not null references remark on delete cascade,
  hidden boolean not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null
);
create index remark_decision_of on remark_decision (remark_id, decided_at desc);

create view hidden_remark with (security_invoker = true) as
  select d.remark_id, d.decided_by, d.decided_at from remark_decision d
  where d.hidden and not exists (select 1 from remark_decision later
    where later.remark_id = d.remark_id and (later.decided_at, later.id) > (d.decided_at, d.id));

create view open_remark_report with (security_invoker = true) as
  select r.id, r.remark_id, r.why, r.reported_by, r.reported_at from remark_report r
  where not exists (select 1 from remark_decision d where d.remark_id = r.remark_id and d.decided_at >= r.reported_at);
