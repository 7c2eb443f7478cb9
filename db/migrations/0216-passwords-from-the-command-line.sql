-- Whoever has the machine made this password: nobody of the district gave it, and it was seen on a screen.
alter table given_password alter column given_by drop not null;

-- Of whom no class and no school speaks (families, support), no school's rule speaks either: they choose their own.
create or replace function own_password_wanted(wanted uuid, moment timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from account a join district r on r.id = a.district_id
    cross join lateral (select (moment at time zone r.time_zone)::date as day) t
    where a.id = wanted
      and (exists (select 1 from first_password p where p.person_id = a.person_id and p.made_at >= a.password_changed_at)
        or exists (select 1 from given_password g where g.account_id = a.id and g.given_at >= a.password_changed_at))
      and coalesce((select bool_or(case coalesce((select u.who from own_password_rule u where u.school_id = here.school_id
            order by u.decided_at desc, u.id desc limit 1), 'grade-4')
          when 'everybody' then true
          when 'grade-4' then here.staff or not (ltrim(coalesce(here.grade, ''), '0')
            = any (array['IT', 'PR', 'PK', 'TK', 'KG', 'K', 'JK', 'SK', '1', '2', '3']))
          when 'staff' then here.staff else false end)
        from (
          select c.school_id, e.role = 'teacher' as staff, e.grade from enrollment e join class c on c.id = e.class_id
            where e.person_id = a.person_id and (e.closed_on is null or e.closed_on > t.day)
          union all select y.school_id, true, null from duty y
            where y.person_id = a.person_id and (y.closed_on is null or y.closed_on > t.day)) here), true))
$$;
