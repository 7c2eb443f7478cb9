-- Who belongs to a space is asked in nearly every rule of who sees what, often many times in one statement. Planning
-- all that makes a seat hold, each time, took longer than answering. Functions with queries of their own are not drawn
-- into the statement that calls them: they are asked for the few seats there are.
create function seat_stands(seat_space uuid, seat_person uuid, seat_role text) returns boolean language sql stable cost 1000 as $$
  select exists (select 1 from space o join open_enrollment e on e.school_id = o.school_id
    where o.id = seat_space and e.person_id = seat_person and e.role = seat_role)
$$;

create or replace view standing_seat with (security_invoker = true) as
  select t.id, t.space_id, t.person_id, t.role, t.seated_at
  from space_seat t
  where t.unseated_at is null and seat_stands(t.space_id, t.person_id, t.role);

create function space_is_kept(space uuid) returns boolean language sql stable cost 1000 as $$
  select not exists (select 1 from space_archiving x where x.space_id = space and x.reopened_at is null)
    and exists (select 1 from standing_seat k where k.space_id = space and k.role = 'teacher')
$$;

create or replace view belongs with (security_invoker = true) as
  select e.person_id, e.space_id, e.class_id, e.role,
    case e.role when 'teacher' then 'active' else space_says(e.space_id, 'learners') end as state
  from open_enrollment e
  union all
  select t.person_id, t.space_id, null::uuid, t.role,
    case t.role when 'teacher' then 'active' else space_says(t.space_id, 'learners') end
  from standing_seat t
  where space_is_kept(t.space_id);
