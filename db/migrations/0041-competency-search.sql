create index competency_code on competency (district_id, lower(code));

-- Finds items by pieces of words. It stands outside the wall and keeps to the district of the transaction by
-- itself, because PostgreSQL asks a wall before it lets LIKE use an index: behind it every search reads every
-- item. `pieces` are patterns, the longest first. A search that a thousand items answer is ordered among the
-- first thousand.
create function find_competencies(pieces text[], whole_code text, among uuid) returns table (id uuid, place bigint)
language sql stable security definer rows 30 set search_path = public as $$
  with here as (select nullif(current_setting('cairn.district', true), '')::uuid as district),
  closed as (select l.framework_id from framework_closure l where l.reopened_at is null),
  named as (
    select c.id, c.statement, c.position from competency c, here
    where c.district_id = here.district and lower(c.code) = whole_code and c.retired_at is null
      and (among is null or c.framework_id = among) and c.framework_id not in (select framework_id from closed)
    limit 30),
  worded as (
    select c.id, c.statement, c.position from competency c, here
    where c.district_id = here.district and c.search_words like pieces[1] and c.search_words like coalesce(pieces[2], pieces[1])
      and c.search_words like coalesce(pieces[3], pieces[1]) and c.search_words like all (pieces)
      and c.retired_at is null and (among is null or c.framework_id = among)
      and c.framework_id not in (select framework_id from closed)
    limit 1000),
  either as (
    select id, 0 as rank, statement, position from named
    union all
    select id, 1, statement, position from worded where id not in (select id from named))
  select id, row_number() over (order by rank, length(statement), position, id) as place from either order by place limit 30
$$;
