-- A teacher's invitation to document something. What it says stands in activity_revision, whole for each
-- edit, so that an edit keeps what was before; revision counts them.
create table activity (
  id uuid primary key,
  district_id uuid not null references district,
  space_id uuid not null references space,
  created_by uuid not null references person,
  created_at timestamptz not null,
  revision integer not null default 1
);
create index activity_in_space on activity (space_id, created_at desc);
create index activity_of_author on activity (created_by, created_at desc);

create table activity_revision (
  activity_id uuid not null references activity on delete cascade,
  district_id uuid not null references district,
  revision integer not null,
  title text not null,
  instructions text not null,
  exemplar text not null,
  -- short questions, in order
  prompts text[] not null,
  opens_on date,
  due_on date,
  -- everyone in the class, whoever joins later too; otherwise those in activity_learner
  for_everyone boolean not null,
  group_name text not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (activity_id, revision),
  check (due_on >= opens_on)
);

create table activity_learner (
  activity_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  person_id uuid not null references person,
  primary key (activity_id, revision, person_id),
  foreign key (activity_id, revision) references activity_revision on delete cascade
);

-- Pictures, voices and files of the instructions and of the exemplar, in order.
create table activity_media (
  activity_id uuid not null,
  district_id uuid not null references district,
  revision integer not null,
  place text not null check (place in ('instructions', 'exemplar')),
  position integer not null,
  media_id uuid not null references media,
  caption text not null default '',
  alt text not null default '',
  primary key (activity_id, revision, place, position),
  foreign key (activity_id, revision) references activity_revision on delete cascade
);
create index activity_media_of_media on activity_media (media_id);

-- Without it, an activity is a draft of the class's teachers. published_on is the school day: whoever was
-- enrolled after it came later.
create table activity_publication (
  activity_id uuid primary key references activity on delete cascade,
  district_id uuid not null references district,
  published_by uuid not null references person,
  published_at timestamptz not null,
  published_on date not null
);

create table activity_closing (
  id uuid primary key,
  district_id uuid not null references district,
  activity_id uuid not null references activity on delete cascade,
  closed_by uuid not null references person,
  closed_at timestamptz not null
);
create index activity_closing_of_activity on activity_closing (activity_id);

create table activity_reopening (
  closing_id uuid primary key references activity_closing on delete cascade,
  district_id uuid not null references district,
  reopened_by uuid not null references person,
  reopened_at timestamptz not null
);

create view standing_closing with (security_invoker = true) as
  select c.* from activity_closing c where not exists (select 1 from activity_reopening r where r.closing_id = c.id);

-- Waits 30 days, like every deletion. What learners made of it is theirs and stays.
create table activity_deletion (
  id uuid primary key,
  district_id uuid not null references district,
  activity_id uuid not null references activity on delete cascade,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null
);
create index activity_deletion_of_activity on activity_deletion (activity_id);

create table activity_restoration (
  deletion_id uuid primary key references activity_deletion on delete cascade,
  district_id uuid not null references district,
  restored_by uuid not null references person,
  restored_at timestamptz not null
);

create view standing_activity_deletion with (security_invoker = true) as
  select d.* from activity_deletion d
  where not exists (select 1 from activity_restoration r where r.deletion_id = d.id);

-- So that a learner's own page can say what is new; nobody else reads it.
create table activity_look (
  activity_id uuid not null references activity on delete cascade,
  district_id uuid not null references district,
  person_id uuid not null references person,
  first_at timestamptz not null,
  primary key (activity_id, person_id)
);

-- A piece of a learner as their response to an activity, until it is taken back.
create table response (
  id uuid primary key,
  district_id uuid not null references district,
  activity_id uuid not null references activity on delete cascade,
  piece_id uuid not null references piece on delete cascade,
  responded_by uuid not null references person,
  responded_at timestamptz not null
);
create index response_to_activity on response (activity_id);
create index response_of_piece on response (piece_id);

create table response_withdrawal (
  response_id uuid primary key references response on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

create view standing_response with (security_invoker = true) as
  select r.* from response r where not exists (select 1 from response_withdrawal w where w.response_id = r.id);

-- Responding shows a piece to the teachers of that class and to no other teachers: a share with teachers may
-- name the space whose teachers are meant.
alter table share drop constraint share_check;
alter table share add constraint share_space_check check (
  case audience when 'class' then space_id is not null when 'family' then space_id is null else true end);
