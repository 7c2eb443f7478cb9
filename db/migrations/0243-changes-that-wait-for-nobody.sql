-- A roster that is being applied held the row of everybody whose enrollment it wrote, until it was done: whoever renamed
-- one of them, or seated them in a group, waited for it. Now each change is a row of its own, and the older ones go at night.
alter table program_change drop constraint program_change_pkey;
alter table program_change add primary key (thing_id, changed_at);

create or replace function note_program_change() returns trigger language plpgsql as $$
begin
  execute format($statement$
    insert into program_change
    select x.%1$I, (array_agg(x.district_id))[1], coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now())
    from changed x group by 1 order by 1
    on conflict do nothing
  $statement$, tg_argv[0]);
  return null;
end $$;

create or replace function note_username() returns trigger language plpgsql as $$
begin
  insert into program_change values (new.person_id, new.district_id,
    coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now())) on conflict do nothing;
  return null;
end $$;

-- What waits for a hook, in the order in which it is told: of ten thousand the next one is found without a look at the rest.
drop index program_call_waiting;
create index program_call_waiting on program_call (hook_id, tries, happened_at, id) where taken_at is null and given_up_at is null;
