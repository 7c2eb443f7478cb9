-- A learner's words for their family: "Ask me about ...", written or spoken. Said once; taken back they are the
-- learner's alone again.
create table asking (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  body text not null default '',
  media_id uuid references media,
  -- an adult may write down what a young child says
  written_by uuid not null references person,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  check (body <> '' or media_id is not null)
);
create index asking_of_learner on asking (learner_id, said_at desc);
create index asking_of_media on asking (media_id);

-- What a guardian answers. Other households never see it; where the school wants, the child sees it once a teacher
-- has read it.
create table asking_answer (
  id uuid primary key,
  district_id uuid not null references district,
  asking_id uuid not null references asking on delete cascade,
  body text not null default '',
  media_id uuid references media,
  given_by uuid not null references person,
  given_at timestamptz not null,
  held boolean not null,
  taken_back_at timestamptz,
  check (body <> '' or media_id is not null)
);
create index asking_answer_to on asking_answer (asking_id, given_at);
create index asking_answer_of_media on asking_answer (media_id);

create table asking_answer_decision (
  answer_id uuid primary key references asking_answer on delete cascade,
  district_id uuid not null references district,
  passes boolean not null,
  decided_by uuid not null references person,
  decided_at timestamptz not null
);

-- Whether a school's teachers read answers before the child does.
create table answer_rule (
  school_id uuid primary key references school on delete cascade,
  district_id uuid not null references district,
  holds boolean not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
