-- A first password on a strip of paper, for somebody who came by a roster. It is made of the id and the server's
-- secret and kept nowhere; it holds until they choose another.
create table first_password (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null unique references person,
  made_by uuid not null references person,
  made_at timestamptz not null
);
