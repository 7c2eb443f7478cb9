-- A day on which a round of conferences is held: from when to when, how long each one lasts, where, and at how
-- many stations at once. Minutes are counted from midnight where the school is.
create table conference_day (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds on delete cascade,
  held_on date not null,
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null check (to_minute > from_minute and to_minute <= 1440),
  length_minutes smallint not null check (length_minutes between 5 and 120),
  break_minutes smallint not null check (break_minutes between 0 and 60),
  stations smallint not null check (stations between 1 and 20),
  way text not null check (way in ('in_person', 'phone', 'video')),
  place text not null default '',
  languages text[] not null default '{}',
  interpreter boolean not null default false,
  planned_by uuid not null references person,
  planned_at timestamptz not null
);
create index conference_day_of_round on conference_day (round_id, held_on);

-- One family's time at one station. Cancelled, it stays to be read with who and when. The hour on the school's wall
-- is kept beside the moment: a browser with an older idea of the zone must not say another one.
create table conference_slot (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds on delete cascade,
  day_id uuid not null references conference_day on delete cascade,
  from_minute smallint not null,
  to_minute smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  station smallint not null,
  cancelled_by uuid references person,
  cancelled_at timestamptz,
  check ((cancelled_by is null) = (cancelled_at is null)),
  unique (day_id, starts_at, station)
);
create index conference_slot_of_round on conference_slot (round_id, starts_at);

-- A slot taken for a learner by one guardian, who stands for their household; without one where a teacher gave
-- it to a family that has no guardian here. Every change is a further booking: those before stay, ended.
create table conference_booking (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds on delete cascade,
  slot_id uuid not null references conference_slot on delete cascade,
  learner_id uuid not null references person,
  guardian_id uuid references person,
  language text not null default '',
  interpreter boolean not null default false,
  comes text not null default '',
  phone text not null default '',
  booked_by uuid not null references person,
  booked_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references person,
  ended_how text check (ended_how in ('changed', 'given_back', 'cancelled', 'gone')),
  check ((ended_at is null) = (ended_how is null))
);
-- What can never happen twice: a slot taken, and a household with two slots for one learner.
create unique index conference_booking_of_slot on conference_booking (slot_id) where ended_at is null;
create unique index conference_booking_of_household on conference_booking (round_id, learner_id, guardian_id)
  nulls not distinct where ended_at is null;
create index conference_booking_of_learner on conference_booking (learner_id, booked_at desc);

-- "None of these suits": a word to the teachers from somebody who found no time.
create table conference_wish (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds on delete cascade,
  learner_id uuid not null references person,
  guardian_id uuid not null references person,
  words text not null,
  said_at timestamptz not null
);
create index conference_wish_of_round on conference_wish (round_id, learner_id, said_at desc);
