-- Somebody who comes in by link has an account without a name or a password, until they choose one.
alter table account alter column username drop not null;
alter table account alter column password_hash drop not null;
alter table account alter column password_changed_at drop not null;
alter table account add check ((username is null) = (password_hash is null));

-- A link and a PIN with which a guardian comes in. Both are made of its id with the program's secret and are kept
-- nowhere. It opens until it ends, is withdrawn, or rests after wrong PINs; the newest of a guardian is theirs.
create table welcome (
  id uuid primary key,
  district_id uuid not null references district,
  guardian_id uuid not null references person on delete cascade,
  made_by uuid not null references person,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  wrong_pins integer not null default 0,
  mailed_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz
);
create unique index welcome_of_guardian on welcome (guardian_id) where withdrawn_at is null;

create table welcome_use (
  session_id uuid primary key references session on delete cascade,
  welcome_id uuid not null references welcome on delete cascade,
  district_id uuid not null references district,
  used_at timestamptz not null
);
create index welcome_use_of on welcome_use (welcome_id, used_at);

-- The one thing that must be found before the district is known: whose wall a link stands behind.
create function district_of_welcome(wanted uuid) returns uuid
language sql stable security definer set search_path = public as
  $$ select district_id from welcome where id = wanted $$;
