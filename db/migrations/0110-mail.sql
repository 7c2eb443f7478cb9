-- How somebody is reached outside of Cairn, as their school or they themselves know it.
create table contact (
  person_id uuid primary key references person on delete cascade,
  district_id uuid not null references district,
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 5 and 32),
  noted_by uuid not null references person,
  noted_at timestamptz not null
);

-- Something on its way to somebody by mail or text. The address is looked up when it goes; what it says stands
-- here only until it was taken or given up.
create table message (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person on delete cascade,
  way text not null check (way in ('mail', 'text')),
  subject text,
  body text,
  -- the address that ends messages of this kind with one tap
  ends_at_address text,
  queued_at timestamptz not null,
  tries integer not null default 0,
  tried_at timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- why it was not taken the last time: a code, never an address
  trouble text
);
create index message_on_its_way on message (queued_at) where sent_at is null and given_up_at is null;
create index message_to_person on message (person_id, queued_at desc);
