create table account (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null unique references person,
  -- kept in lower case, so that one spelling signs in however it is typed
  username text not null unique check (username = lower(username)),
  password_hash text not null,
  password_changed_at timestamptz not null,
  created_at timestamptz not null
);

create table session (
  id uuid primary key,
  district_id uuid not null references district,
  account_id uuid not null references account on delete cascade,
  person_id uuid not null references person,
  -- sha-256 of the token; the token itself is only in the cookie
  token_hash bytea not null unique,
  device text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_of_account on session (account_id) where ended_at is null;

-- Failed sign-ins by name, for names that exist and names that do not, so that neither answers differently.
-- It stands before the district is known, so the application reaches it only through the functions below.
create table sign_in_throttle (
  name_hash bytea primary key,
  failures integer not null,
  last_failed_at timestamptz not null
);

-- The three things that must be found before the district is known. They run with the owner's rights and
-- give back exactly one row for exactly one secret or name.
create function account_named(wanted text) returns table (
  account_id uuid, person_id uuid, district_id uuid, password_hash text
) language sql stable security definer set search_path = public as
  $$ select id, person_id, district_id, password_hash from account where username = lower(wanted) $$;

-- Opens the transaction of someone: sets the wall (district), the clock, the school day, and the key their
-- media addresses are signed with (see media_address).
create function open_transaction(district uuid, person uuid, moment timestamptz, window_key text, window_end text)
returns void language sql security definer set search_path = public as $$
  select set_config('cairn.district', d.id::text, true),
         set_config('cairn.now', moment::text, true),
         set_config('cairn.today', (moment at time zone d.time_zone)::date::text, true),
         set_config('cairn.media_key', encode(sha256(decode(window_key, 'hex') || uuid_send(person)), 'hex'), true),
         set_config('cairn.media_until', window_end, true)
  from district d where d.id = district
$$;

-- Finds the live session of a token and opens its person's transaction.
create function open_session(hash bytea, moment timestamptz, window_key text, window_end text) returns table (
  session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamptz
) language plpgsql security definer set search_path = public as $$
declare found_session session;
begin
  select * into found_session from session s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > moment;
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at;
end $$;

create function sign_in_failures(name bytea, since timestamptz) returns integer
language sql stable security definer set search_path = public as
  $$ select coalesce((select failures from sign_in_throttle where name_hash = name and last_failed_at > since), 0) $$;

create function sign_in_failed(name bytea, moment timestamptz, since timestamptz) returns integer
language sql security definer set search_path = public as $$
  insert into sign_in_throttle (name_hash, failures, last_failed_at) values (name, 1, moment)
  on conflict (name_hash) do update set
    failures = case when sign_in_throttle.last_failed_at > since then sign_in_throttle.failures + 1 else 1 end,
    last_failed_at = moment
  returning failures
$$;

create function sign_in_succeeded(name bytea) returns void
language sql security definer set search_path = public as
  $$ delete from sign_in_throttle where name_hash = name $$;
