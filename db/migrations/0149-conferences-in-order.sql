-- Ready, not ready, ready again: from several devices, in the order in which it was said and not in that of arrival.
drop view present_conference_choice;
drop view standing_readiness;
alter table conference_readiness add column ready boolean not null default true,
  -- only to order what was said in the very same moment
  add column arrived_at timestamptz not null default clock_timestamp();
alter table conference_readiness drop constraint conference_readiness_pkey,
  add primary key (round_id, learner_id, said_at, ready);
insert into conference_readiness (round_id, district_id, learner_id, said_at, ready)
  select round_id, district_id, learner_id, taken_back_at, false from conference_readiness where taken_back_at is not null
  on conflict do nothing;
alter table conference_readiness drop column taken_back_at;

create view standing_readiness with (security_invoker = true) as
  select y.round_id, y.district_id, y.learner_id, y.said_at from (
    select distinct on (e.round_id, e.learner_id) e.* from conference_readiness e
    order by e.round_id, e.learner_id, e.said_at desc, e.arrived_at desc) y
  where y.ready;

create view present_conference_choice with (security_invoker = true) as
  select x.*, p.round_id, p.learner_id, case
    when w.id is null or exists (select 1 from standing_deletion d where d.piece_id = w.id and d.iteration_id is null)
      then 'deleted'
    when exists (select 1 from standing_readiness y where y.round_id = p.round_id and y.learner_id = p.learner_id)
      and not exists (select 1 from live_share s where s.piece_id = w.id and s.audience = 'family')
      then 'withdrawn'
  end as rests
  from present_preparation p
  join conference_choice x on x.preparation_id = p.id
  left join piece w on w.id = x.piece_id;

-- Where a round is held, and what its checklist asks for.
alter table conference_rounds add column place text not null default '',
  add column asks text[] not null default '{proud,grew,hard,goal}';
alter table conference_round_revision add column place text not null default '',
  add column asks text[] not null default '{proud,grew,hard,goal}';

-- Somebody who came when it had begun. They take part from then on.
create table conference_latecomer (
  id uuid primary key,
  district_id uuid not null references district,
  conference_id uuid not null references conference,
  role text not null check (role in ('guardian', 'teacher')),
  person_id uuid references person,
  name text not null,
  written_by uuid not null references person,
  came_at timestamptz not null
);
create index conference_latecomer_of on conference_latecomer (conference_id, came_at);
create index conference_latecomer_person on conference_latecomer (person_id) where person_id is not null;

create view conference_attendee with (security_invoker = true) as
  select t.conference_id, t.position, t.role, t.person_id, t.name, null::timestamptz as came_at from conference_person t
  union all
  select t.conference_id, 1000, t.role, t.person_id, t.name, t.came_at from conference_latecomer t;

-- What was shown, as it was called and as far as it had come at that moment.
alter table conference_shown add column title text not null default '', add column attempt integer;
update conference_shown h set title = p.title from piece p where p.id = h.piece_id;

-- A family may say it instead of writing.
alter table conference_word add column media_id uuid references media;
create index conference_word_of_media on conference_word (media_id) where media_id is not null;

-- A teacher looks forward to a learner's conference, and says so once.
create table conference_nudge (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds,
  learner_id uuid not null references person,
  nudged_by uuid not null references person,
  nudged_at timestamptz not null
);
create index conference_nudge_of on conference_nudge (round_id, learner_id, nudged_at desc);
create index conference_nudge_of_learner on conference_nudge (learner_id);
