-- People are also found by the address and the sign-in name that their roster has, and by the telephone that was noted; an address by its beginning
-- up to a whole first part, so that a first name does not find all whose address begins so before those who are called it.
create index roster_key_email on roster_key (district_id, lower(facts->>'email') text_pattern_ops) where kind = 'person';
create index roster_key_username on roster_key (district_id, lower(facts->>'username')) where kind = 'person';

create or replace function find_people(asked text, most integer, only_kind text)
 RETURNS TABLE(id uuid, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 30
 SET search_path TO 'public'
AS $function$
  with recursive here as (select nullif(current_setting('cairn.district', true), '')::uuid as district,
    array_remove(string_to_array(plain_name(asked), ' '), '') as words, lower(trim(asked)) as raw,
    regexp_replace(regexp_replace(asked, '\D', '', 'g'), '^1(?=.{10}$)', '') as digits),
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
  formerly as (
    select r.person_id as id from person_renaming r, here, pieces
    where r.district_id = here.district and cardinality(pieces.all_of) > 0
      and former_words(r.was, 'given', 'family', 'legalGiven', 'legalFamily') like pieces.all_of[1]
      and former_words(r.was, 'given', 'family', 'legalGiven', 'legalFamily') like all (pieces.all_of)
    union
    select r.subject_id from roster_change r, here, pieces
    where r.district_id = here.district and cardinality(pieces.all_of) > 0 and r.kind = 'person' and r.before is not null
      and former_words(r.before, 'given_name', 'family_name', 'legal_given_name', 'legal_family_name') like pieces.all_of[1]
      and former_words(r.before, 'given_name', 'family_name', 'legal_given_name', 'legal_family_name') like all (pieces.all_of)
    limit 500),
  numbered as (
    select r.person_id as id from roster_identifier r, here
    where r.district_id = here.district and length(here.raw) > 1
      and lower(r.value) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and lower(k.sourced_id) = here.raw
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and k.facts->'identifiers' ? trim(asked)
    union select a.person_id from account a, here where a.username = here.raw and a.district_id = here.district
    union select c.person_id from contact c, here
    where c.district_id = here.district and length(here.raw) > 2
      and lower(c.email) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and length(here.raw) > 2 and lower(k.facts->>'email')
      like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || case when here.raw ~ '@' then '%' else '@%' end
    union select k.subject_id from roster_key k, here
    where k.district_id = here.district and k.kind = 'person' and lower(k.facts->>'username') = here.raw
    -- written in any way, with or without the country and the region
    union select c.person_id from contact c, here
    where c.district_id = here.district and length(here.digits) > 6 and here.raw !~ '[[:alpha:]]'
      and regexp_replace(c.phone, '\D', '', 'g') like '%' || here.digits),
  either as (
    select n.id, 0 as rank from numbered n
    union all
    select n.id, case when ' ' || n.search_words like '% ' || here.words[1] || '%' then 1 else 2 end
    from named n, here
    union all select f.id, 3 from formerly f),
  now_are as (
    select e.id, e.rank from either e
    union select m.kept_id, n.rank from now_are n join person_merge m on m.gone_id = n.id and m.undone_at is null),
  standing as (
    select n.id, min(n.rank) as rank, p.search_words,
      exists (select 1 from departure d where d.person_id = n.id and d.returned_at is null) as left_us
    from now_are n join person p on p.id = n.id
    where not exists (select 1 from person_merge m where m.gone_id = n.id and m.undone_at is null)
    group by n.id, p.search_words)
  select id, row_number() over (order by left_us, rank, search_words, id) as place from standing order by place limit most
$function$;
