-- Whoever teaches a class for some days only is a teacher of it on those days. Before a class begins its teachers
-- prepare for it; once it has begun, a teacher who comes later sees nothing before their first day.
create or replace view will_teach with (security_invoker = true) as
  select t.person_id as teacher_id, s.person_id as learner_id, s.class_id,
    greatest(s.opened_on, c.opens_on) as begins_on
  from enrollment s
  join class c on c.id = s.class_id and c.closes_on >= cairn_today()
  join enrollment t on t.class_id = s.class_id and t.role = 'teacher'
  where s.role = 'student'
    and (s.closed_on is null or s.closed_on > greatest(cairn_today(), s.opened_on))
    and (t.closed_on is null or t.closed_on > greatest(cairn_today(), t.opened_on))
    and t.opened_on <= greatest(cairn_today(), c.opens_on);
