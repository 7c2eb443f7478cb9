create table school (
  id uuid primary key,
  district_id uuid not null references district,
  name text not null
);

create table term (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid not null references school,
  name text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on)
);

create table class (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid not null references school,
  name text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on)
);

-- Enrollments, guardianships and duties open and close by dates; they are never deleted, and closing one
-- never touches the learner's work. closed_on is the first day on which it no longer holds.
create table enrollment (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  person_id uuid not null references person,
  role text not null check (role in ('student', 'teacher')),
  grade text,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on)
);
create index enrollment_of_person on enrollment (person_id, role);
create index enrollment_of_class on enrollment (class_id, role);

create table guardianship (
  id uuid primary key,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  guardian_id uuid not null references person check (guardian_id <> learner_id),
  relationship text not null,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on)
);
create index guardianship_of_guardian on guardianship (guardian_id);
create index guardianship_of_learner on guardianship (learner_id);

create table duty (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid references school,
  person_id uuid not null references person,
  kind text not null check (kind in ('principal', 'office', 'safeguarding')),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on)
);
create index duty_of_person on duty (person_id);

-- Where people meet around work. A class has one from its first day.
create table space (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null unique references class,
  name text not null
);
