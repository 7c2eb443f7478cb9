-- What a learner prepared for their conference in a round, whole for each time it was kept. What was made last
-- stands, on whichever device that was; what was kept before it stays.
create table conference_preparation (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds,
  learner_id uuid not null references person,
  -- a card for oneself, which nobody else reads
  welcome_cue text not null default '',
  goal_id uuid references goal on delete set null,
  goal_cue text not null default '',
  written_at timestamptz not null
);
create index conference_preparation_of on conference_preparation (round_id, learner_id, written_at desc, id desc);

-- Without its piece a choice keeps its place and its words, and is shown to nobody.
create table conference_choice (
  preparation_id uuid not null references conference_preparation on delete cascade,
  district_id uuid not null references district,
  position integer not null,
  kind text not null check (kind in ('proud', 'grew', 'hard', 'more')),
  piece_id uuid references piece on delete set null,
  why text not null default '',
  cue text not null default '',
  primary key (preparation_id, position)
);
create index conference_choice_of_piece on conference_choice (piece_id) where piece_id is not null;

-- A learner said that they are ready: from then on family and teachers see what was chosen.
create table conference_readiness (
  round_id uuid not null references conference_rounds,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (round_id, learner_id, said_at)
);

-- A meeting a learner leads. There may be several in a round: one for each household.
create table conference (
  id uuid primary key,
  district_id uuid not null references district,
  round_id uuid not null references conference_rounds,
  learner_id uuid not null references person,
  begun_by uuid not null references person,
  begun_at timestamptz not null
);
create index conference_of on conference (round_id, learner_id);
create index conference_of_learner on conference (learner_id, begun_at desc);

-- Who takes part beside the learner. Without person_id: somebody who has no tie to the learner here.
create table conference_person (
  conference_id uuid not null references conference,
  district_id uuid not null references district,
  position integer not null,
  role text not null check (role in ('guardian', 'teacher')),
  person_id uuid references person,
  name text not null,
  primary key (conference_id, position)
);
create index conference_person_of on conference_person (person_id) where person_id is not null;

-- What was noticed, wondered and agreed to do: who said it, and whose hand wrote it down.
create table conference_word (
  id uuid primary key,
  district_id uuid not null references district,
  conference_id uuid not null references conference,
  kind text not null check (kind in ('noticed', 'wonder', 'will')),
  role text not null check (role in ('learner', 'guardian', 'teacher')),
  said_by uuid references person,
  name text not null,
  words text not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  taken_back_at timestamptz
);
create index conference_word_of on conference_word (conference_id, written_at);

-- That somebody agreed to a goal of the learner, as it then stood.
create table conference_agreement (
  id uuid primary key,
  district_id uuid not null references district,
  conference_id uuid not null references conference,
  goal_id uuid not null references goal on delete cascade,
  goal_revision integer not null,
  role text not null check (role in ('learner', 'guardian', 'teacher')),
  agreed_by uuid references person,
  name text not null,
  written_by uuid not null references person,
  written_at timestamptz not null
);
create index conference_agreement_of on conference_agreement (conference_id, written_at);

-- The page being shown, for those who follow; it means nothing afterwards.
create table conference_page (
  conference_id uuid primary key references conference,
  district_id uuid not null references district,
  number integer not null,
  turned_at timestamptz not null
);

-- Closed, it is a record, and counts as an informal communication.
create table conference_closing (
  conference_id uuid primary key references conference,
  district_id uuid not null references district,
  closed_by uuid not null references person,
  closed_at timestamptz not null
);

create table conference_shown (
  conference_id uuid not null references conference_closing,
  district_id uuid not null references district,
  position integer not null,
  kind text not null,
  piece_id uuid not null references piece on delete cascade,
  why text not null,
  primary key (conference_id, position)
);
create index conference_shown_of_piece on conference_shown (piece_id);

create view present_preparation with (security_invoker = true) as
  select distinct on (p.round_id, p.learner_id) p.* from conference_preparation p
  order by p.round_id, p.learner_id, p.written_at desc, p.id desc;

create view standing_readiness with (security_invoker = true) as
  select y.* from conference_readiness y where y.taken_back_at is null;

create view filed_conference with (security_invoker = true) as
  select c.id, c.round_id, c.learner_id, k.closed_at from conference c join conference_closing k on k.conference_id = c.id;

-- Whose conferences belong to a round: the students of its class today, and whoever prepared or held one.
create view conference_learner with (security_invoker = true) as
  select r.id as round_id, s.id as space_id, b.person_id as learner_id
    from conference_rounds r join space s on s.class_id = r.class_id
    join belongs b on b.space_id = s.id and b.role = 'student'
  union
  select r.id, s.id, p.learner_id from conference_preparation p
    join conference_rounds r on r.id = p.round_id join space s on s.class_id = r.class_id
  union
  select r.id, s.id, c.learner_id from conference c
    join conference_rounds r on r.id = c.round_id join space s on s.class_id = r.class_id;

-- The choices of what stands, and whether one rests: its work was deleted, or taken back from the family after
-- its learner had said that they are ready. Nobody else is shown that it is there.
create view present_conference_choice with (security_invoker = true) as
  select x.*, p.round_id, p.learner_id, case
    when w.id is null or exists (select 1 from standing_deletion d where d.piece_id = w.id and d.iteration_id is null)
      then 'deleted'
    when exists (select 1 from standing_readiness y where y.round_id = p.round_id and y.learner_id = p.learner_id)
      and not exists (select 1 from live_share s where s.piece_id = w.id and s.audience = 'family')
      then 'withdrawn'
  end as rests
  from present_preparation p
  join conference_choice x on x.preparation_id = p.id
  left join piece w on w.id = x.piece_id;
