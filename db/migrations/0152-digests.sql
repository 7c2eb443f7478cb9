-- When and how somebody wants to be told, once a week, what is new of their children. The latest choice counts;
-- whoever stopped the letters by their link chose that too. Without a choice it is as for everybody (src/digests).
create table digest_choice (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person on delete cascade,
  way text not null check (way in ('mail', 'text', 'none')),
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 7 and 19),
  -- by the link in a letter, which anybody who holds the letter can use
  by_link boolean not null default false,
  chosen_at timestamptz not null
);
create index digest_choice_of on digest_choice (person_id, chosen_at desc);

-- What a school lets leave in a letter: nothing, that there is something new, or also the child's own words.
create table digest_rule (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid not null references school on delete cascade,
  tells text not null check (tells in ('nothing', 'notice', 'words')),
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index digest_rule_of on digest_rule (school_id, set_at desc);

-- That somebody's week was looked at. Once for each of their days, so that it is told once; without a message
-- there was nothing new.
create table digest (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person on delete cascade,
  due_on date not null,
  since timestamptz not null,
  made_at timestamptz not null,
  message_id uuid references message on delete set null,
  unique (person_id, due_on)
);

-- The same words for a mail program that shows more than plain text; and whether it waits for the morning.
alter table message add column html text;
alter table message add column by_day boolean not null default false;
-- in the hands of a process that sends it, so that no other sends it too
alter table message add column claimed_until timestamptz;
