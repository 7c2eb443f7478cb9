-- The maker's word to one step: an answer to what was asked, or leave to say an opinion. The latest counts.
create table critique_reply (
  id uuid primary key,
  district_id uuid not null references district,
  critique_id uuid not null references critique on delete cascade,
  step text not null,
  leave boolean,
  body text not null default '',
  replied_by uuid not null references person,
  replied_at timestamptz not null
);
create index critique_reply_to on critique_reply (critique_id, replied_at desc);

-- What the maker did with it: as with other feedback, answers are added and the latest one counts.
create table critique_answer (
  id uuid primary key,
  district_id uuid not null references district,
  critique_id uuid not null references critique on delete cascade,
  kind text not null check (kind in ('used', 'not_yet', 'differently')),
  why text not null default '',
  answered_by uuid not null references person,
  answered_at timestamptz not null
);
create index critique_answer_to on critique_answer (critique_id, answered_at desc);

-- Somebody asks a teacher to look. A report is settled by the next decision on the critique.
create table critique_report (
  id uuid primary key,
  district_id uuid not null references district,
  critique_id uuid not null references critique on delete cascade,
  why text not null default '',
  reported_by uuid not null references person,
  reported_at timestamptz not null
);
create index critique_report_on on critique_report (critique_id, reported_at desc);

-- A teacher's decision that a critique is hidden, or stays. Nothing is deleted; the latest decision counts.
create table critique_decision (
  id uuid primary key,
  district_id uuid not null references district,
  critique_id uuid not null references critique on delete cascade,
  hidden boolean not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null
);
create index critique_decision_on on critique_decision (critique_id, decided_at desc);

-- Rounds that run today, in spaces whose teachers allow it.
create view running_critique_round with (security_invoker = true) as
  select r.* from critique_round r
  where r.opens_on <= cairn_today() and r.closes_on >= cairn_today()
    and not exists (select 1 from critique_round_ending e where e.round_id = r.id)
    and coalesce((select s.allowed from peer_setting s where s.space_id = r.space_id
      order by s.set_at desc, s.id desc limit 1), false);

-- Where everybody sits in the arrangement that counts, and how many sit at their table.
create view critique_table with (security_invoker = true) as
  select s.round_id, s.table_number, s.place, s.learner_id,
    count(*) over (partition by s.round_id, s.table_number) as seats
  from critique_seat s join critique_round r on r.id = s.round_id and r.arrangement = s.arrangement;

create view standing_bringing with (security_invoker = true) as
  select b.* from bringing b
  where not exists (select 1 from bringing_withdrawal w where w.bringing_id = b.id);

create view hidden_critique with (security_invoker = true) as
  select d.critique_id, d.decided_by, d.decided_at from critique_decision d
  where d.hidden and not exists (select 1 from critique_decision later
    where later.critique_id = d.critique_id and (later.decided_at, later.id) > (d.decided_at, d.id));

create view open_critique_report with (security_invoker = true) as
  select r.* from critique_report r
  where not exists (select 1 from critique_decision d
    where d.critique_id = r.critique_id and d.decided_at >= r.reported_at);
