-- A space by hand whose last teacher left the school is over until somebody keeps it again: children are not left in it
-- by themselves.
create or replace view belongs with (security_invoker = true) as
  select e.person_id, e.space_id, e.class_id, e.role,
    case e.role when 'teacher' then 'active' else space_says(e.space_id, 'learners') end as state
  from open_enrollment e
  union all
  select t.person_id, t.space_id, null::uuid, t.role,
    case t.role when 'teacher' then 'active' else space_says(t.space_id, 'learners') end
  from standing_seat t
  where not exists (select 1 from space_archiving x where x.space_id = t.space_id and x.reopened_at is null)
    and exists (select 1 from standing_seat k where k.space_id = t.space_id and k.role = 'teacher');
