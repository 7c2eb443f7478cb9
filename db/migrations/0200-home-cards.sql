-- A card that a young learner takes home. What its code holds is made of the id and the server's secret and kept
-- nowhere. It opens, after the child's picture, what the learner shares with their family, and nothing else.
create table home_card (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  learner_id uuid not null references person on delete cascade,
  picture text not null,
  issued_by uuid not null references person,
  issued_at timestamptz not null,
  ends_at timestamptz not null
);
create index home_card_of_learner on home_card (learner_id);
create index home_card_of_class on home_card (class_id);

create table home_card_ending (
  home_card_id uuid primary key references home_card on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

create view standing_home_card with (security_invoker = true) as
  select k.* from home_card k
  where k.ends_at > cairn_now() and not exists (select 1 from home_card_ending e where e.home_card_id = k.id);

-- A device on which the picture was tapped. It is no session: it is nobody's, and opens no other page.
create table home_visit (
  id uuid primary key,
  district_id uuid not null references district,
  home_card_id uuid not null references home_card on delete cascade,
  token_hash bytea not null unique,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  left_at timestamptz
);
create index home_visit_of_card on home_visit (home_card_id);

-- What must be found before the district is known: behind whose wall a card, or a device that showed one, stands.
create function district_of_home_card(wanted uuid) returns uuid
language sql stable security definer set search_path = public as
  $$ select district_id from home_card where id = wanted $$;
create function home_visit_here(hash bytea, moment timestamptz) returns table (home_card_id uuid, district_id uuid)
language sql stable security definer set search_path = public as $$
  select v.home_card_id, v.district_id from home_visit v
  where v.token_hash = hash and v.ends_at > moment and v.left_at is null
$$;
