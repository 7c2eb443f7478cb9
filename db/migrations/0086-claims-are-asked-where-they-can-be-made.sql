-- As before; but where a district has no framework in force there is nothing to say one can do, and nobody is
-- asked for it or counted as missing.
create or replace view standing_window with (security_invoker = true) as
  select c.id as communication_id, c.key, c.year, c.position, c.kind, c.name, s.id as school_id,
    w.opens_on, w.closes_on, case when points.at then w.asks else array_remove(w.asks, 'claim') end as asks,
    w.opens_on::timestamp at time zone d.time_zone as opens_at,
    (w.closes_on + 1)::timestamp at time zone d.time_zone as closes_at
  from communication c
  join school s on s.district_id = c.district_id
  join district d on d.id = c.district_id
  cross join lateral (
    select exists (select 1 from framework f where f.district_id = d.id and not exists (
      select 1 from framework_closure l where l.framework_id = f.id and l.reopened_at is null)) as at) points
  left join lateral (
    select o.* from communication_window o where o.communication_id = c.id and o.school_id = s.id
    order by o.set_at desc, o.id desc limit 1) own on true
  join lateral (
    select o.* from communication_window o where o.communication_id = c.id and o.school_id is null
    order by o.set_at desc, o.id desc limit 1) shared on true
  cross join lateral (
    select coalesce(own.opens_on, shared.opens_on) as opens_on, coalesce(own.closes_on, shared.closes_on) as closes_on,
      case when own.opens_on is null then shared.asks else own.asks end as asks) w;
