-- A printed sheet or sticker that says whose work is on it: its id is what the printed code holds, random, so
-- that it tells a stranger nothing. One for each learner of a class, and one for each of them and an activity;
-- printed again it is the same.
create table paper (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  learner_id uuid not null references person,
  activity_id uuid references activity on delete cascade,
  printed_by uuid not null references person,
  printed_at timestamptz not null,
  unique nulls not distinct (space_id, learner_id, activity_id)
);
create index paper_of_learner on paper (learner_id);
create index paper_for_activity on paper (activity_id);
