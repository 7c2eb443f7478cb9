-- A passkey: a key on somebody's own device, opened there by their finger, face or PIN. It is something they have and
-- something they are or know, so it lets them in without a password.
create table passkey (
  id uuid primary key,
  district_id uuid not null references district,
  account_id uuid not null references account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
create index passkey_of_account on passkey (account_id) where ended_at is null;

-- A question counts once, whoever brings its answer.
create table used_challenge (
  id uuid primary key,
  district_id uuid not null references district,
  challenge text not null unique,
  runs_out_at timestamptz not null
);
create index used_challenge_by_end on used_challenge (runs_out_at);

-- Found before the district is known, by what the device says of itself.
create function passkey_called(credential text) returns table (
  passkey_id uuid, account_id uuid, person_id uuid, district_id uuid, public_key bytea, counter bigint
) language sql stable security definer set search_path = public as $$
  select k.id, k.account_id, a.person_id, k.district_id, k.public_key, k.counter
  from passkey k join account a on a.id = k.account_id
  where k.credential_id = credential and k.ended_at is null
$$;

create function has_passkey(account uuid) returns boolean
language sql stable security definer set search_path = public as
  $$ select exists (select 1 from passkey k where k.account_id = account and k.ended_at is null) $$;

create or replace function has_second_step(who uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from second_factor f join account a on a.id = f.account_id
    where a.person_id = who and f.confirmed_at is not null and f.ended_at is null)
  or exists (select 1 from passkey k join account a on a.id = k.account_id
    where a.person_id = who and k.ended_at is null)
$$;
