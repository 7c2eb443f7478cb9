-- A hook is told by one worker at a time and waits longer after each time that nobody took a call; what is told next
-- follows from what is waiting, so that ten thousand happenings need no ten thousand jobs.
alter table program_hook
  add column waits_until timestamptz,
  add column failures integer not null default 0,
  -- what signed before, which signs too until then
  add column earlier_secret bytea,
  add column earlier_until timestamptz;

-- For days nobody took anything: nothing is sent until the office lets it go on, and what happens meanwhile is kept.
create table program_hook_rest (
  id uuid primary key,
  district_id uuid not null references district,
  hook_id uuid not null references program_hook on delete cascade,
  began_at timestamptz not null,
  resumed_by uuid references person,
  resumed_at timestamptz
);
create unique index program_hook_rests on program_hook_rest (hook_id) where resumed_at is null;

create or replace view standing_program_hook with (security_invoker = true) as
  select h.id, h.district_id, h.address, h.events, h.secret, h.created_by, h.created_at, h.waits_until, h.failures,
    h.earlier_secret, h.earlier_until,
    (select r.began_at from program_hook_rest r where r.hook_id = h.id and r.resumed_at is null) as rests_since
  from program_hook h where not exists (select 1 from program_hook_end e where e.hook_id = h.id);
