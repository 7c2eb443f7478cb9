-- Staff of a school who teach in no class: a counsellor, a specialist. To be staff opens no counts and no work: it lets
-- somebody keep spaces by hand at that school (docs/decisions/0073).
alter table duty drop constraint duty_kind_check;
alter table duty add constraint duty_kind_check check (kind in ('principal', 'office', 'safeguarding', 'staff'));

create or replace view serves with (security_invoker = true) as
  select person_id, school_id, kind
  from duty
  where kind <> 'staff' and opened_on <= cairn_today() and (closed_on is null or closed_on > cairn_today())
  union all
  select p.person_id, null::uuid, 'office'
  from support_person p
  where support_grant_of(p.person_id, cairn_now()) is not null;

-- Of the whole district is at each of its schools.
create view staffs with (security_invoker = true) as
  select d.person_id, k.id as school_id
  from duty d join school k on k.district_id = d.district_id and k.id = coalesce(d.school_id, k.id)
  where d.kind = 'staff' and d.opened_on <= cairn_today() and (d.closed_on is null or d.closed_on > cairn_today());

-- Who may keep a space by hand at a school today: whoever teaches in a class there, and its staff beside the classes.
create view works_at with (security_invoker = true) as
  select e.person_id, e.school_id from open_enrollment e where e.role = 'teacher'
  union all
  select s.person_id, s.school_id from staffs s;

create or replace function seat_stands(seat_space uuid, seat_person uuid, seat_role text) returns boolean language sql stable cost 1000 as $$
  select case seat_role
    when 'teacher' then exists (select 1 from space o join works_at w on w.school_id = o.school_id
      where o.id = seat_space and w.person_id = seat_person)
    else exists (select 1 from space o join open_enrollment e on e.school_id = o.school_id
      where o.id = seat_space and e.person_id = seat_person and e.role = seat_role) end
$$;
