-- What somebody did by their office: who, when, what, and on whom. It speaks of names and settings, never of a word
-- or a picture a child made. Its ids are no references, so that a line outlives whatever it speaks of.
create table logbook_line (
  id uuid primary key,
  district_id uuid not null references district,
  act text not null,
  -- nobody where the program did it: the command line, a folder that is watched
  done_by uuid,
  done_at timestamptz not null,
  person_id uuid,
  school_id uuid,
  class_id uuid,
  -- what it was and what it is, as the office reads it
  said jsonb not null default '{}' check (jsonb_typeof(said) = 'object')
);
create index logbook_line_lately on logbook_line (district_id, done_at desc, id desc);
create index logbook_line_on_person on logbook_line (person_id, done_at desc) where person_id is not null;

-- It is only ever added to, whoever asks.
create function keep_logbook() returns trigger language plpgsql as
  $$ begin raise exception 'the logbook is only added to'; end $$;
create trigger logbook_is_kept before update or delete on logbook_line for each row execute function keep_logbook();
create trigger logbook_is_not_emptied before truncate on logbook_line for each statement execute function keep_logbook();
