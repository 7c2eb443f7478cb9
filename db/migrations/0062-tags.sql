-- A learner says what a piece of theirs needed of them. Only the learner can: a teacher suggests, and the
-- answer is the learner's too.
create table tag (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  learner_id uuid not null references person,
  competency_id uuid not null references competency,
  tagged_by uuid not null references person,
  tagged_at timestamptz not null,
  removed_at timestamptz,
  check (tagged_by = learner_id)
);
create unique index tag_once on tag (piece_id, competency_id) where removed_at is null;
create index tag_of_learner on tag (learner_id) where removed_at is null;

create table tag_suggestion (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  learner_id uuid not null references person,
  competency_id uuid not null references competency,
  words text not null default '',
  suggested_by uuid not null references person,
  suggested_at timestamptz not null,
  taken_back_at timestamptz,
  unique (id, learner_id)
);
create index tag_suggestion_on_piece on tag_suggestion (piece_id);
create index tag_suggestion_for_learner on tag_suggestion (learner_id);

-- Accepted, or left: a suggestion that is left fades without a word to anybody.
create table tag_answer (
  suggestion_id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null,
  answer text not null check (answer in ('accepted', 'left')),
  answered_by uuid not null references person,
  answered_at timestamptz not null,
  foreign key (suggestion_id, learner_id) references tag_suggestion (id, learner_id) on delete cascade,
  check (answered_by = learner_id)
);
