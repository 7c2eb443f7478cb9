-- A program of the district's own that may read from here with a key. Only the key's hash is kept.
create table program_key (
  id uuid primary key,
  district_id uuid not null references district,
  name text not null,
  reads text[] not null check (cardinality(reads) > 0 and reads <@ array['people', 'counts']),
  token_hash bytea not null unique,
  created_by uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);

create table program_key_end (
  key_id uuid primary key references program_key on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- Where a program of the district's own is told that something happened.
create table program_hook (
  id uuid primary key,
  district_id uuid not null references district,
  address text not null,
  events text[] not null check (cardinality(events) > 0),
  -- sealed with the server's secret; what is sent is signed with it
  secret bytea not null,
  created_by uuid not null references person,
  created_at timestamptz not null
);

create table program_hook_end (
  hook_id uuid primary key references program_hook on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- One telling. What it says is kept with its cause, tried until it is taken or given up, and removed after 30 days.
create table program_call (
  id uuid primary key,
  district_id uuid not null references district,
  hook_id uuid not null references program_hook on delete cascade,
  event text not null,
  subject jsonb not null,
  happened_at timestamptz not null,
  tries integer not null default 0,
  tried_at timestamptz,
  trouble text,
  taken_at timestamptz,
  given_up_at timestamptz
);
create index program_call_of_hook on program_call (hook_id, happened_at desc);
create index program_call_waiting on program_call (happened_at) where taken_at is null and given_up_at is null;

create view standing_program_key with (security_invoker = true) as
  select k.* from program_key k where not exists (select 1 from program_key_end e where e.key_id = k.id);

create view standing_program_hook with (security_invoker = true) as
  select h.* from program_hook h where not exists (select 1 from program_hook_end e where e.hook_id = h.id);

-- Before the district is known: which one a key opens, and for what.
create function open_program_key(hash bytea, moment timestamptz) returns table (
  id uuid, district_id uuid, reads text[], last_used_at timestamptz
) language sql stable security definer set search_path = public as $$
  select k.id, k.district_id, k.reads, k.last_used_at from standing_program_key k
  where k.token_hash = hash and k.expires_at > moment
$$;
