-- The office names, opens and closes its schools.

-- What a school is called since, and what its roster called it then: until a file says something else, that holds.
-- Nobody, where whoever has the machine said so.
create table school_naming (
  id uuid primary key,
  district_id uuid not null references district (id),
  school_id uuid not null references school (id),
  name text not null check (name <> ''),
  instead_of text not null,
  named_by uuid references person (id),
  named_at timestamptz not null
);
create index school_naming_of on school_naming (school_id, named_at desc, id desc);

-- A school that is no more keeps everything it was; its classes were archived with it, at the same moment.
create table school_closing (
  id uuid primary key,
  district_id uuid not null references district (id),
  school_id uuid not null references school (id),
  closed_by uuid not null references person (id),
  closed_at timestamptz not null,
  reopened_by uuid references person (id),
  reopened_at timestamptz,
  check ((reopened_by is null) = (reopened_at is null))
);
create unique index school_closing_standing on school_closing (school_id) where reopened_at is null;

-- A district stands outside the wall that surrounds its rows: it names itself, and nothing else of it changes.
create function name_district(called text) returns void language sql security definer set search_path to 'public' as
  $$ update district set name = called where id = nullif(current_setting('cairn.district', true), '')::uuid $$;
