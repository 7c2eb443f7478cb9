-- Two records that look like one human and are two: the office looked, and is not asked again.
create table person_apart (
  id uuid primary key,
  district_id uuid not null references district,
  one_id uuid not null references person,
  other_id uuid not null references person check (other_id <> one_id),
  told_by uuid not null references person,
  told_at timestamptz not null
);
create index person_apart_of on person_apart (one_id, other_id);

-- The same as 0164, of one kind where one is asked for: those of another kind take nobody's place among those found.
create function find_people(asked text, most integer, only_kind text) returns table (id uuid, place bigint)
language sql stable security definer rows 30 set search_path = public as $$
  with here as (select nullif(current_setting('cairn.district', true), '')::uuid as district,
    array_remove(string_to_array(plain_name(asked), ' '), '') as words, lower(trim(asked)) as raw),
  -- the longest first, because it finds the fewest
  pieces as (select coalesce(array_agg('%' || w || '%' order by length(w) desc), '{}') as all_of
    from here, unnest(here.words) w),
  named as (
    select p.id, p.search_words from person p, here, pieces
    where p.district_id = here.district and cardinality(pieces.all_of) > 0
      and p.search_words like pieces.all_of[1] and p.search_words like all (pieces.all_of)
      and case only_kind
        when 'learner' then exists (select 1 from enrollment e where e.person_id = p.id and e.role = 'student')
        when 'teacher' then exists (select 1 from open_enrollment e where e.person_id = p.id and e.role = 'teacher')
        when 'guardian' then exists (select 1 from guards g where g.guardian_id = p.id)
        when 'office' then exists (select 1 from serves s where s.person_id = p.id)
        else true end
    limit 2000),
  numbered as (
    select r.person_id as id from roster_identifier r, here
    where r.district_id = here.district and length(here.raw) > 1
      and lower(r.value) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and lower(k.sourced_id) = here.raw
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and k.facts->'identifiers' ? trim(asked)
    union select a.person_id from account a, here where a.username = here.raw and a.district_id = here.district),
  either as (
    select n.id, 0 as rank from numbered n
    union all
    select n.id, case when ' ' || n.search_words like '% ' || here.words[1] || '%' then 1 else 2 end
    from named n, here where n.id not in (select id from numbered)),
  standing as (
    select e.id, e.rank, p.search_words,
      exists (select 1 from departure d where d.person_id = e.id and d.returned_at is null) as left_us
    from either e join person p on p.id = e.id
    where not exists (select 1 from person_merge m where m.gone_id = e.id and m.undone_at is null))
  select id, row_number() over (order by left_us, rank, search_words, id) as place from standing order by place limit most
$$;
