-- The communications of student learning of one school year, taken from a pack of policy: three written and
-- two informal ones in British Columbia. What each asks of the learner stands in its window.
create table communication_plan (
  district_id uuid primary key references district,
  pack text not null,
  pack_version text not null,
  adopted_by uuid references person,
  adopted_at timestamptz not null
);

create table communication (
  id uuid primary key,
  district_id uuid not null references district,
  pack text not null,
  pack_version text not null,
  key text not null,
  -- the school year, by the year it begins in
  year integer not null,
  position integer not null,
  kind text not null check (kind in ('informal', 'written', 'summary')),
  name jsonb not null,
  added_at timestamptz not null,
  unique (district_id, year, key)
);

-- From which day to which day something said counts for it, and what is asked. Setting it again adds a row and
-- the newest holds. A row without a school is the district's; a school's own goes before it, until a row
-- without days says that the school follows the district again.
create table communication_window (
  id uuid primary key,
  district_id uuid not null references district,
  communication_id uuid not null references communication,
  school_id uuid references school,
  opens_on date,
  closes_on date check (closes_on >= opens_on),
  asks text[] not null,
  -- nobody where it is the pack's
  set_by uuid references person,
  set_at timestamptz not null,
  check ((opens_on is null) = (closes_on is null)),
  check (school_id is not null or opens_on is not null)
);
create index communication_window_of on communication_window (communication_id, school_id, set_at desc);

-- What holds at each school, with the moments at which it begins and is over there.
create view standing_window with (security_invoker = true) as
  select c.id as communication_id, c.key, c.year, c.position, c.kind, c.name, s.id as school_id,
    w.opens_on, w.closes_on, w.asks,
    w.opens_on::timestamp at time zone d.time_zone as opens_at,
    (w.closes_on + 1)::timestamp at time zone d.time_zone as closes_at
  from communication c
  join school s on s.district_id = c.district_id
  join district d on d.id = c.district_id
  left join lateral (
    select o.* from communication_window o where o.communication_id = c.id and o.school_id = s.id
    order by o.set_at desc, o.id desc limit 1) own on true
  join lateral (
    select o.* from communication_window o where o.communication_id = c.id and o.school_id is null
    order by o.set_at desc, o.id desc limit 1) shared on true
  cross join lateral (
    select coalesce(own.opens_on, shared.opens_on) as opens_on, coalesce(own.closes_on, shared.closes_on) as closes_on,
      case when own.opens_on is null then shared.asks else own.asks end as asks) w;

-- That a learner was kindly told that something of theirs is still to be said. Once for each communication,
-- whoever asks. Its learner may put it away, of which nobody else learns.
create table reminder (
  communication_id uuid not null references communication,
  learner_id uuid not null references person,
  district_id uuid not null references district,
  reminded_by uuid not null references person,
  reminded_at timestamptz not null,
  put_away_at timestamptz,
  primary key (communication_id, learner_id)
);
create index reminder_of_learner on reminder (learner_id) where put_away_at is null;
