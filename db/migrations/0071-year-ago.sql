-- That a learner wants to be shown what they made a year ago. Without an open one nobody is shown anything.
create table year_ago_wish (
  learner_id uuid not null references person,
  district_id uuid not null references district,
  wished_at timestamptz not null,
  ended_at timestamptz,
  primary key (learner_id, wished_at)
);
