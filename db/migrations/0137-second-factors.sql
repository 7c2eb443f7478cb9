-- Something somebody has, beside the password they know: an app that shows six digits (RFC 6238). It counts from
-- the moment its first digits were typed back, until it ends.
create table second_factor (
  id uuid primary key,
  district_id uuid not null references district,
  account_id uuid not null references account on delete cascade,
  -- sealed with the server's secret
  sealed bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- the thirty seconds whose digits were used last: no digits count twice
  last_step bigint not null default 0
);
create unique index second_factor_standing on second_factor (account_id)
  where confirmed_at is not null and ended_at is null;

create table recovery_code (
  id uuid primary key,
  district_id uuid not null references district,
  second_factor_id uuid not null references second_factor on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  unique (second_factor_id, code_hash)
);
