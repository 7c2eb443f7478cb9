-- Which page each mark of a walkthrough turned to, where somebody also turned back; without it they follow in order.
alter table walkthrough add column pages integer[];

-- That a family was told of a recording that waits for them, and reminded of it once; each household for itself.
create table walkthrough_telling (
  id uuid not null unique,
  conference_id uuid not null references walkthrough,
  district_id uuid not null references district,
  guardian_id uuid not null references person,
  kind text not null check (kind in ('waits', 'reminder')),
  told_at timestamptz not null,
  message_id uuid references message on delete set null,
  primary key (conference_id, guardian_id, kind)
);

-- How long somebody stayed on each page while they tried their conference out: as much theirs alone as the rest of it.
create table rehearsal_page (
  rehearsal_id uuid not null references rehearsal on delete cascade,
  district_id uuid not null references district,
  position smallint not null,
  kind text not null check (kind in ('welcome', 'proud', 'grew', 'hard', 'more', 'goal', 'together')),
  piece_id uuid references piece on delete set null,
  seconds integer not null check (seconds >= 0),
  primary key (rehearsal_id, position)
);
create index rehearsal_page_of_piece on rehearsal_page (piece_id) where piece_id is not null;

alter table message drop constraint message_about_check;
alter table message add check (about in ('digest', 'welcome', 'walkthrough'));
