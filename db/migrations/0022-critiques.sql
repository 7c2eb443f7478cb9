-- Whether the learners of a space may give each other feedback: not, until one of its teachers says so. The
-- latest decision counts; who decided, and when, stays.
create table peer_setting (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  allowed boolean not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index peer_setting_of_space on peer_setting (space_id, set_at desc);

-- Days in which learners of a class give each other feedback by the steps of a protocol (packs/protocols).
-- gives: how many others each of them is asked to answer, and is answered by.
create table critique_round (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  title text not null default '',
  protocol text not null,
  protocol_version text not null,
  gives smallint not null check (gives between 1 and 5),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  arrangement integer not null default 1
);
create index critique_round_of_space on critique_round (space_id, opens_on desc);

-- Ended before its last day.
create table critique_round_ending (
  round_id uuid primary key references critique_round on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- Who sits with whom. Each change of the groups is a further arrangement; those before stay. Within a group
-- everybody answers the next ones round the table, so that everybody gives and gets as much.
create table critique_arrangement (
  round_id uuid not null references critique_round on delete cascade,
  district_id uuid not null references district,
  arrangement integer not null,
  arranged_by uuid not null references person,
  arranged_at timestamptz not null,
  primary key (round_id, arrangement)
);

create table critique_seat (
  round_id uuid not null,
  district_id uuid not null references district,
  arrangement integer not null,
  table_number smallint not null,
  place smallint not null,
  learner_id uuid not null references person,
  primary key (round_id, arrangement, learner_id),
  unique (round_id, arrangement, table_number, place),
  foreign key (round_id, arrangement) references critique_arrangement on delete cascade
);
create index critique_seat_of_learner on critique_seat (learner_id);

-- The attempt a learner lays on the table. Bringing it is their consent: it shows exactly this attempt to
-- exactly this group and the teachers of the class, until the round ends or they take it back.
create table bringing (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references critique_round on delete cascade,
  learner_id uuid not null references person,
  iteration_id uuid not null references iteration on delete cascade,
  question text not null default '',
  brought_at timestamptz not null
);
create index bringing_in_round on bringing (round_id, learner_id, brought_at desc);
create index bringing_of_iteration on bringing (iteration_id);

create table bringing_withdrawal (
  bringing_id uuid primary key references bringing on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

-- One learner's words on what another brought, step by step of the protocol.
create table critique (
  id uuid primary key,
  district_id uuid not null references district,
  bringing_id uuid not null references bringing on delete cascade,
  given_by uuid not null references person,
  given_at timestamptz not null,
  revision integer not null default 1,
  unique (bringing_id, given_by)
);
create index critique_given_by on critique (given_by, given_at desc);

create table critique_revision (
  critique_id uuid not null references critique on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  written_at timestamptz not null,
  primary key (critique_id, revision)
);

create table critique_word (
  critique_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  step text not null,
  body text not null default '',
  media_id uuid references media,
  primary key (critique_id, revision, step),
  foreign key (critique_id, revision) references critique_revision on delete cascade
);
create index critique_word_with_media on critique_word (media_id) where media_id is not null;
