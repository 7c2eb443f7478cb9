-- Spaces opened by hand: a group, a one-to-one. They hold on to no class and no roster touches them; the space of a
-- class stands as it stood. A space by hand gives nobody a learner's portfolio: it shows what is shared in it.
alter table space alter column class_id drop not null;
alter table space
  add column kind text not null default 'class' check (kind in ('class', 'group', 'one-to-one')),
  add column school_id uuid references school,
  add column opened_by uuid references person,
  add column opened_at timestamptz,
  add constraint space_of_class_or_by_hand check (
    (kind = 'class') = (class_id is not null) and (kind = 'class') = (school_id is null)
    and (kind = 'class') = (opened_by is null) and (kind = 'class') = (opened_at is null));
create index space_of_school on space (school_id) where school_id is not null;

create table space_seat (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  person_id uuid not null references person,
  role text not null check (role in ('student', 'teacher')),
  seated_by uuid not null references person,
  seated_at timestamptz not null,
  unseated_by uuid references person,
  unseated_at timestamptz,
  check ((unseated_by is null) = (unseated_at is null))
);
create unique index space_seat_standing on space_seat (space_id, person_id) where unseated_at is null;
create index space_seat_of_person on space_seat (person_id) where unseated_at is null;

create table space_archiving (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  archived_by uuid not null references person,
  archived_at timestamptz not null,
  reopened_by uuid references person,
  reopened_at timestamptz
);
create unique index space_archiving_standing on space_archiving (space_id) where reopened_at is null;

-- What holds in a space, one decision after the other; the latest counts.
create table space_rule (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  about text not null check (about in ('learners', 'families', 'remarks')),
  says text not null,
  set_by uuid not null references person,
  set_at timestamptz not null,
  check (says in ('hidden', 'visible', 'active') and about <> 'remarks' or says in ('yes', 'no') and about = 'remarks')
);
create index space_rule_lately on space_rule (space_id, about, set_at desc, id desc);

create function space_says(space uuid, what text) returns text language sql stable as $$
  select coalesce((select r.says from space_rule r where r.space_id = space and r.about = what
    order by r.set_at desc, r.id desc limit 1),
    case what when 'learners' then 'active' when 'families' then 'visible' else 'no' end)
$$;

-- A seat holds as long as its person is at that school in that role: whoever leaves it leaves its spaces too.
create view standing_seat with (security_invoker = true) as
  select t.id, t.space_id, t.person_id, t.role, t.seated_at
  from space_seat t join space o on o.id = t.space_id
  where t.unseated_at is null and exists (select 1 from open_enrollment e
    where e.person_id = t.person_id and e.role = t.role and e.school_id = o.school_id);

-- Who belongs to a space today, and what it is to them: hidden, visible or active. To its teachers it is always active.
create or replace view belongs with (security_invoker = true) as
  select e.person_id, e.space_id, e.class_id, e.role,
    case e.role when 'teacher' then 'active' else space_says(e.space_id, 'learners') end as state
  from open_enrollment e
  union all
  select t.person_id, t.space_id, null::uuid, t.role,
    case t.role when 'teacher' then 'active' else space_says(t.space_id, 'learners') end
  from standing_seat t
  where not exists (select 1 from space_archiving x where x.space_id = t.space_id and x.reopened_at is null);
