-- A district is the wall: every table carries district_id, and the migration runner stamps row-level
-- security on all of them.
create table district (
  id uuid primary key,
  district_id uuid not null generated always as (id) stored,
  name text not null,
  -- the zone in which its school days begin and end
  time_zone text not null,
  created_at timestamptz not null
);

-- Someone the district knows. given_name/family_name are the usual name, shown everywhere;
-- the legal name is used only where a report needs it.
create table person (
  id uuid primary key,
  district_id uuid not null references district,
  given_name text not null,
  family_name text not null default '',
  legal_given_name text,
  legal_family_name text,
  created_at timestamptz not null
);

-- How someone likes Cairn to speak and look. Absent values follow the browser, the system and the grade.
create table preference (
  person_id uuid primary key references person on delete cascade,
  district_id uuid not null references district,
  locale text check (locale in ('en', 'fr')),
  appearance text check (appearance in ('light', 'dark', 'contrast')),
  voice text check (voice in ('early', 'middle', 'older'))
);

-- The clock and the viewer are handed in with each transaction, never read from the machine.
create function cairn_now() returns timestamptz language sql stable as
  $$ select current_setting('cairn.now')::timestamptz $$;

create function cairn_today() returns date language sql stable as
  $$ select current_setting('cairn.today')::date $$;

-- The name a person goes by, on every screen.
create function usual_name(p person) returns text language sql immutable as
  $$ select trim(p.given_name || ' ' || p.family_name) $$;

-- For the worker, which does its nightly work district by district.
create function all_districts() returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from district $$;

-- Begins a district: the one row that cannot be written from behind its own wall.
create function found_district(district uuid, called text, zone text, moment timestamptz) returns void
language sql security definer set search_path = public as
  $$ insert into district (id, name, time_zone, created_at) values (district, called, zone, moment) $$;
