-- A presentation of learning: a learner presents to a panel by a protocol and is told, by criteria, what was shown and
-- what is next. Nothing of it is a mark, and no criterion is a competency.
create table defense (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  title text not null,
  -- [{"id": uuid, "words": text}]
  criteria jsonb not null,
  -- [{"words": text, "minutes": integer}]
  protocol jsonb not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index defense_of_learner on defense (learner_id, set_at desc);

create table defense_calling_off (
  defense_id uuid primary key references defense,
  district_id uuid not null references district,
  called_off_by uuid not null references person,
  called_off_at timestamptz not null
);

-- "Not yet" is followed by another attempt; the earlier one stays as it was.
create table defense_attempt (
  id uuid primary key,
  district_id uuid not null references district,
  defense_id uuid not null references defense,
  number integer not null,
  called_by uuid not null references person,
  called_at timestamptz not null,
  unique (defense_id, number)
);

-- When, where and before whom: each wording is kept, the latest counts.
create table defense_arrangement (
  attempt_id uuid not null references defense_attempt,
  district_id uuid not null references district,
  arranged_at timestamptz not null,
  arranged_by uuid not null references person,
  held_on date not null,
  from_minute integer check (from_minute between 0 and 1439),
  place text not null default '',
  -- [{"id": uuid, "personId": uuid} or {"id": uuid, "guest": text}]
  panel jsonb not null,
  primary key (attempt_id, arranged_at)
);

-- What the learner says beforehand, and the collection they present from: theirs alone to write.
create table defense_opening (
  attempt_id uuid not null references defense_attempt,
  district_id uuid not null references district,
  written_at timestamptz not null,
  words text not null default '',
  collection_id uuid references collection on delete set null,
  primary key (attempt_id, written_at)
);

-- What one of the panel said. A guest's words are written down by a teacher, and both names stand there.
create table defense_note (
  id uuid primary key,
  district_id uuid not null references district,
  attempt_id uuid not null references defense_attempt,
  criterion_id uuid,
  side text not null check (side in ('shown', 'next')),
  words text not null,
  panelist_id uuid not null,
  said_by uuid references person,
  said_by_guest text,
  written_by uuid not null references person,
  written_at timestamptz not null,
  check ((said_by is null) <> (said_by_guest is null))
);
create index defense_note_of_attempt on defense_note (attempt_id, written_at);

create table defense_note_retraction (
  note_id uuid primary key references defense_note,
  district_id uuid not null references district,
  retracted_by uuid not null references person,
  retracted_at timestamptz not null
);

create table defense_outcome (
  attempt_id uuid primary key references defense_attempt,
  district_id uuid not null references district,
  outcome text not null check (outcome in ('through', 'again')),
  words text not null default '',
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  check (outcome = 'through' or words <> '')
);

-- What the learner takes from it.
create table defense_answer (
  id uuid primary key,
  district_id uuid not null references district,
  attempt_id uuid not null references defense_attempt,
  words text not null,
  written_at timestamptz not null
);
create index defense_answer_of_attempt on defense_answer (attempt_id, written_at desc);

create view defense_standing_attempt with (security_invoker = true) as
  select a.id, a.district_id, a.defense_id, a.number, g.held_on, g.from_minute, g.place, g.panel,
    o.outcome, o.words as outcome_words, o.decided_by, o.decided_at,
    a.number = (select max(l.number) from defense_attempt l where l.defense_id = a.defense_id) as is_latest
  from defense_attempt a
  join lateral (select * from defense_arrangement g where g.attempt_id = a.id order by g.arranged_at desc limit 1) g on true
  left join defense_outcome o on o.attempt_id = a.id;
