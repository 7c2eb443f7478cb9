-- When a guardian wants the week's words by mail, on the school's clock; nothing here means Friday at four.
create table digest_wish (
  person_id uuid primary key references person on delete cascade,
  district_id uuid not null references district,
  -- 1 is Monday
  weekday integer not null default 5 check (weekday between 1 and 7),
  hour integer not null default 16 check (hour between 8 and 19),
  opted_out_at timestamptz,
  opted_out_by text check (opted_out_by in ('link', 'settings'))
);

create table digest (
  guardian_id uuid not null references person on delete cascade,
  district_id uuid not null references district,
  -- the hour it was for: at most one an hour, so that the job bears repeating
  due_at timestamptz not null,
  composed_at timestamptz not null,
  message_id uuid references message on delete set null,
  primary key (guardian_id, due_at)
);
