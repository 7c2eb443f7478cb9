-- What opens one presentation to one guest of its panel, without an account: a link that is kept nowhere, and a PIN.
create table defense_pass (
  id uuid primary key,
  district_id uuid not null references district,
  attempt_id uuid not null references defense_attempt,
  panelist_id uuid not null,
  guest text not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  wrong_pins integer not null default 0,
  last_used_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz
);
create unique index defense_pass_of_seat on defense_pass (attempt_id, panelist_id) where withdrawn_at is null;

create function district_of_defense_pass(wanted uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select district_id from defense_pass where id = wanted $$;

-- A guest with a pass writes their own notes, and takes them back for another wording.
alter table defense_note alter column written_by drop not null;
alter table defense_note add column pass_id uuid references defense_pass;
alter table defense_note add check ((written_by is null) = (pass_id is not null));
alter table defense_note_retraction alter column retracted_by drop not null;
