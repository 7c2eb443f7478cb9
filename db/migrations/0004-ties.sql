-- The only ties between people that can grant anything, as they stand today. Everything in a policy is
-- said in terms of these views.
create view open_enrollment with (security_invoker = true) as
  select e.id, e.class_id, e.person_id, e.role, e.grade, s.id as space_id, c.school_id
  from enrollment e
  join class c on c.id = e.class_id
  join space s on s.class_id = c.id
  where e.opened_on <= cairn_today() and (e.closed_on is null or e.closed_on > cairn_today())
    and c.opens_on <= cairn_today() and c.closes_on >= cairn_today();

create view teaches with (security_invoker = true) as
  select t.person_id as teacher_id, s.person_id as learner_id, t.class_id, t.space_id
  from open_enrollment t
  join open_enrollment s on s.class_id = t.class_id and s.role = 'student'
  where t.role = 'teacher';

create view guards with (security_invoker = true) as
  select guardian_id, learner_id, relationship
  from guardianship
  where opened_on <= cairn_today() and (closed_on is null or closed_on > cairn_today());

create view belongs with (security_invoker = true) as
  select person_id, space_id, class_id, role from open_enrollment;

create view serves with (security_invoker = true) as
  select person_id, school_id, kind
  from duty
  where opened_on <= cairn_today() and (closed_on is null or closed_on > cairn_today());
