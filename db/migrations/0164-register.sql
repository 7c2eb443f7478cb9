-- Names as they are searched: without capitals and accents, also those that Unicode does not take apart.
create function plain_name(said text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(translate(replace(replace(replace(plain_words(said), 'ß', 'ss'), 'þ', 'th'), 'ð', 'd'),
    'øłđıħŋ', 'oldihn'), '\s+', ' ', 'g'))
$$;

alter table person add column search_words text not null generated always as (plain_name(
  given_name || ' ' || family_name || ' ' || coalesce(legal_given_name, '') || ' ' || coalesce(legal_family_name, ''))) stored;
create index person_words on person using gin (search_words gin_trgm_ops);
create index roster_identifier_value on roster_identifier (district_id, lower(value) text_pattern_ops);
create index roster_key_of_person on roster_key (district_id, lower(sourced_id)) where kind = 'person';
create index roster_key_identifiers on roster_key using gin ((facts->'identifiers')) where kind = 'person';

-- A name that the office gave by hand, and what it was before. A roster that says what it said before does not take
-- it back.
create table person_renaming (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person,
  given_name text not null,
  family_name text not null,
  legal_given_name text,
  legal_family_name text,
  was jsonb not null,
  renamed_by uuid not null references person,
  renamed_at timestamptz not null
);
create index person_renaming_of on person_renaming (person_id, renamed_at desc);

-- A guardianship the office ended by hand: it was over, or never right. A roster does not open it again.
create table guardianship_ending (
  guardianship_id uuid primary key references guardianship,
  district_id uuid not null references district,
  kind text not null check (kind in ('over', 'mistake')),
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- Somebody who left the district, with every tie that was closed then, until they return.
create table departure (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person,
  closed jsonb not null,
  left_by uuid not null references person,
  left_at timestamptz not null,
  returned_by uuid references person,
  returned_at timestamptz
);
create unique index departure_standing on departure (person_id) where returned_at is null;

-- Two records of one human: `gone` goes on as `kept`. Both rows stay, and what was moved is known row by row, so
-- that it can be taken back.
create table person_merge (
  id uuid primary key,
  district_id uuid not null references district,
  kept_id uuid not null references person,
  gone_id uuid not null references person check (gone_id <> kept_id),
  merged_by uuid not null references person,
  merged_at timestamptz not null,
  undone_by uuid references person,
  undone_at timestamptz
);
create unique index person_merge_standing on person_merge (gone_id) where undone_at is null;
create index person_merge_into on person_merge (kept_id);

create table person_merge_move (
  merge_id uuid not null references person_merge on delete cascade,
  district_id uuid not null references district,
  table_name text not null,
  -- by their keys as they are after the move, and which columns of each were moved
  moved_rows jsonb not null,
  primary key (merge_id, table_name)
);

-- A tie that both had: the second record's is closed with the merge. It ended on this day before, or on none.
create table person_merge_tie (
  merge_id uuid not null references person_merge on delete cascade,
  district_id uuid not null references district,
  kind text not null check (kind in ('enrollment', 'guardianship', 'duty')),
  tie_id uuid not null,
  closed_before date,
  primary key (merge_id, kind, tie_id)
);

-- Among the district of the transaction, and beside its wall, because PostgreSQL asks a wall before it lets LIKE use
-- an index. Names by pieces, numbers from their beginning, keys of a roster whole. Those who are here come first.
create function find_people(asked text, most integer) returns table (id uuid, place bigint)
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

-- Whoever was made one with somebody else comes in as them: their own name and password rest.
create or replace function account_named(wanted text) returns table (
  account_id uuid, person_id uuid, district_id uuid, password_hash text
) language sql stable security definer set search_path = public as $$
  select a.id, a.person_id, a.district_id, a.password_hash from account a
  where a.username = lower(wanted)
    and not exists (select 1 from person_merge m where m.gone_id = a.person_id and m.undone_at is null)
$$;

-- A name to sign in with is nobody else's, in any district; only whether it is taken is told.
create function is_username_taken(wanted text) returns boolean
language sql stable security definer set search_path = public as
  $$ select exists (select 1 from account where username = lower(wanted)) $$;
