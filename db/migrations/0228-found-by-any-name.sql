-- Named with their schema, because an index is built without a way to search for them. Letters of first peoples' languages beside those that Unicode takes apart itself (ḵ, ƛ̓, ʷ).
create or replace function plain_name(said text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(translate(
    replace(replace(replace(replace(public.plain_words(said), 'ß', 'ss'), 'þ', 'th'), 'θ', 'th'), 'ð', 'd'),
    'øłđıħŋɬɫƛəɛɔɣχɨʉ', 'oldihnllleeogxiu'), '\s+', ' ', 'g'))
$$;

-- As it is written, and as somebody types it who leaves out what stands between letters: O’Brien, Jean-Luc, ʔAʔi.
create function name_words(said text) returns text language sql immutable parallel safe as $$
  select public.plain_name(said) || case when j.joined = public.plain_name(said) then '' else ' ' || j.joined end
  from (select public.plain_name(regexp_replace(normalize(said, NFKD), U&'[''’‘ʼʻ`´ˊ.\2010\2011–-]|[ʔʕ]', '', 'g')) as joined) j
$$;

alter table person drop column search_words;
alter table person add column search_words text not null generated always as (name_words(
  given_name || ' ' || family_name || ' ' || coalesce(legal_given_name, '') || ' ' || coalesce(legal_family_name, ''))) stored;
create index person_words on person using gin (search_words gin_trgm_ops);

-- Names of before: what the office changed, and what a roster did.
create function former_words(was jsonb, given text, family text, legal_given text, legal_family text) returns text
language sql immutable parallel safe as $$
  select public.name_words(coalesce(was->>given, '') || ' ' || coalesce(was->>family, '') || ' '
    || coalesce(was->>legal_given, '') || ' ' || coalesce(was->>legal_family, ''))
$$;
create index person_renaming_words on person_renaming
  using gin (former_words(was, 'given', 'family', 'legalGiven', 'legalFamily') gin_trgm_ops);
create index roster_change_words on roster_change
  using gin (former_words(before, 'given_name', 'family_name', 'legal_given_name', 'legal_family_name') gin_trgm_ops)
  where kind = 'person' and before is not null;
create index contact_email on contact (district_id, lower(email) text_pattern_ops);

-- The same as 0197, and by names of before, by an address, and by what stands in the record of somebody merged: whoever
-- was found by that is who they are now.
create or replace function find_people(asked text, most integer, only_kind text) returns table (id uuid, place bigint)
language sql stable security definer rows 30 set search_path = public as $$
  with recursive here as (select nullif(current_setting('cairn.district', true), '')::uuid as district,
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
      and lower(c.email) like replace(replace(replace(here.raw, '\', '\\'), '%', '\%'), '_', '\_') || '%'),
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
$$;

create or replace function find_people(asked text, most integer) returns table (id uuid, place bigint)
language sql stable security definer rows 30 set search_path = public as $$
  select f.id, f.place from find_people(asked, most, null) f
$$;
