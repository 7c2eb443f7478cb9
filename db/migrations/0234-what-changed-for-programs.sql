-- When a person or an enrollment last became another than what a program of the district read of it, so that a program
-- asks for what changed instead of for everybody. It is written where the change is: whoever writes it cannot forget it.
create table program_change (
  thing_id uuid primary key,
  district_id uuid not null references district,
  changed_at timestamptz not null
);
create index program_change_at on program_change (district_id, changed_at);

insert into program_change select id, district_id, created_at from person;
insert into program_change select id, district_id, now() from enrollment;

-- The rows are taken in one order, so that two changes at once do not wait for each other. A roster writes thousands in
-- one statement.
create function note_program_change() returns trigger language plpgsql as $$
begin
  execute format($statement$
    insert into program_change as old
    select x.%1$I, (array_agg(x.district_id))[1], coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now())
    from changed x group by 1 order by 1
    on conflict (thing_id) do update set changed_at = greatest(old.changed_at, excluded.changed_at)
  $statement$, tg_argv[0]);
  return null;
end $$;

do $$
declare
  it record;
begin
  for it in select * from (values
    ('person', 'id', '{insert,update}'), ('enrollment', 'id', '{insert,update}'), ('enrollment', 'person_id', '{insert,update}'),
    ('account', 'person_id', '{insert}'), ('duty', 'person_id', '{insert,update}'),
    ('roster_identifier', 'person_id', '{insert,update,delete}'), ('guardianship', 'guardian_id', '{insert,update,delete}'),
    ('space_seat', 'person_id', '{insert,update,delete}'), ('person_merge', 'gone_id', '{insert,update}')
  ) as those (called, thing, acts)
  loop
    for act in 1 .. array_length(it.acts::text[], 1) loop
      execute format('create trigger %I after %s on %I referencing %s table as changed for each statement
        execute function note_program_change(%L)',
        'programs_are_told_' || it.thing || '_' || (it.acts::text[])[act], (it.acts::text[])[act], it.called,
        case when (it.acts::text[])[act] = 'delete' then 'old' else 'new' end, it.thing);
    end loop;
  end loop;
end $$;

-- An account is also written whenever its password is, which is nothing to a program.
create function note_username() returns trigger language plpgsql as $$
begin
  update program_change set changed_at = greatest(changed_at, coalesce(nullif(current_setting('cairn.now', true), '')::timestamptz, now()))
  where thing_id = new.person_id;
  return null;
end $$;
create trigger programs_are_told_username after update of username on account for each row
  when (old.username is distinct from new.username) execute function note_username();
