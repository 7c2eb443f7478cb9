-- Young children show a card to the class's tablet and tap their picture. Whoever signs in with a card, or at
-- another's door (a district's own provider), may never have had a name or a password of their own.
alter table account alter column username drop not null;
alter table account alter column password_hash drop not null;

-- A device that a teacher put at a class's door until a moment: only there do the class's cards open.
create table class_device (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  -- sha-256 of the token; the token itself is only in the device's cookie
  token_hash bytea not null unique,
  device text not null default '',
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closes_at timestamptz not null
);
create index class_device_of_class on class_device (class_id, opened_at desc);

create table class_device_closing (
  class_device_id uuid primary key references class_device on delete cascade,
  district_id uuid not null references district,
  closed_by uuid not null references person,
  closed_at timestamptz not null
);

-- A learner's card for one class. Its code is made from its id and the server's secret whenever it is printed;
-- what stands here finds the card by its code and does not tell it.
create table card (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  learner_id uuid not null references person,
  code_hash bytea not null,
  issued_by uuid not null references person,
  issued_at timestamptz not null,
  unique (class_id, code_hash)
);
create index card_of_learner on card (learner_id);

create table card_ending (
  card_id uuid primary key references card on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- The picture only its child and their teachers know; it is never printed on the card. The newest counts.
create table card_picture (
  id uuid primary key,
  district_id uuid not null references district,
  card_id uuid not null references card on delete cascade,
  picture text not null,
  chosen_by uuid not null references person,
  chosen_at timestamptz not null
);
create index card_picture_of_card on card_picture (card_id, chosen_at desc, id desc);

create view standing_card with (security_invoker = true) as
  select k.*, (select c.picture from card_picture c where c.card_id = k.id
    order by c.chosen_at desc, c.id desc limit 1) as picture
  from card k
  where not exists (select 1 from card_ending e where e.card_id = k.id);

-- A session that a card opened is short, and over as soon as its card or its device is.
alter table session add column lasts_seconds integer not null default 1209600;
alter table session add column card_id uuid references card;
alter table session add column class_device_id uuid references class_device;

-- Finds the device at a class's door before the district is known.
create function class_device_here(hash bytea, moment timestamptz) returns table (
  device_id uuid, class_id uuid, district_id uuid
) language sql stable security definer set search_path = public as $$
  select d.id, d.class_id, d.district_id from class_device d
  where d.token_hash = hash and d.closes_at > moment
    and not exists (select 1 from class_device_closing e where e.class_device_id = d.id)
$$;

drop function open_session(bytea, timestamptz, text, text);
create function open_session(hash bytea, moment timestamptz, window_key text, window_end text) returns table (
  session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamptz,
  handed_over boolean, lasts_seconds integer
) language plpgsql security definer set search_path = public as $$
declare found_session session;
begin
  select * into found_session from session s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > moment
    and (s.card_id is null or not exists (select 1 from card_ending e where e.card_id = s.card_id))
    and (s.class_device_id is null or exists (select 1 from class_device d
      where d.id = s.class_device_id and d.closes_at > moment
        and not exists (select 1 from class_device_closing e where e.class_device_id = d.id)));
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at,
    exists (select 1 from handover h where h.session_id = found_session.id
      and not exists (select 1 from handover_ending e where e.handover_id = h.id)),
    found_session.lasts_seconds;
end $$;
