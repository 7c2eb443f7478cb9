-- A claim and its words change hands together.
alter table claim_revision alter constraint claim_revision_claim_id_learner_id_fkey deferrable initially immediate;
alter table tag_answer alter constraint tag_answer_suggestion_id_learner_id_fkey deferrable initially immediate;

-- Every column that says who somebody is: those that refer to a person, those that follow a learner through a pair
-- of columns, and the roster's key. What tells of the merge itself, of sessions and of the office stays as it was.
create function person_columns() returns table (table_name text, person_column text)
language sql stable set search_path = public as $$
  select c.relname::text, a.attname::text
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
    and c.relname not in ('person_merge', 'person_merge_move', 'person_merge_tie', 'person_renaming', 'departure', 'logbook_line', 'session')
    and ((a.attname = 'learner_id' and a.atttypid = 'uuid'::regtype) or exists (
      select 1 from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass
        and f.conkey = array[a.attnum]))
  union select 'roster_key', 'subject_id'
$$;

create function table_key(wanted text) returns text[] language sql stable set search_path = public as $$
  select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = wanted::regclass and i.indisprimary
$$;

-- How many rows speak of somebody, by table: what a merge would move.
create function count_person(someone uuid) returns table (table_name text, there bigint)
language plpgsql stable set search_path = public as $$
declare
  one record;
begin
  for one in select c.table_name as name, string_agg(format('%I = $1', c.person_column), ' or ') as rule
    from person_columns() c group by c.table_name
  loop
    execute format('select count(*) from %I where (%s)%s', one.name, one.rule,
      case when one.name = 'roster_key' then ' and kind = ''person''' else '' end) into there using someone;
    if there > 0 then table_name := one.name; return next; end if;
  end loop;
end $$;

-- Moves all that is said of one record to the other. A row that the other has already (the same look on the same
-- day, their own preferences) stays where it is, because both cannot be.
create function move_person(merge uuid, gone uuid, kept uuid) returns void
language plpgsql set search_path = public as $$
declare
  one record;
  statement text;
  moved jsonb;
  row_at tid;
  one_row jsonb;
begin
  set constraints all deferred;
  for one in select c.table_name as name,
      string_agg(format('%1$I = case when t.%1$I = $1 then $2 else t.%1$I end', c.person_column), ', ') as setting,
      string_agg(format('case when t.%1$I = $1 then %1$L end', c.person_column), ', ') as which,
      '(' || string_agg(format('t.%I = $1', c.person_column), ' or ') || ')'
        || case when c.table_name = 'roster_key' then ' and t.kind = ''person''' else '' end as rule,
      (select string_agg(format('t.%I::text', k), ', ') from unnest(table_key(c.table_name)) k) as keys
    from person_columns() c group by c.table_name order by c.table_name
  loop
    statement := format('with old as (select t.ctid as at, to_jsonb(array_remove(array[%s]::text[], null)) as which
        from %I t where %%s),
      moved as (update %2$I t set %s from old where t.ctid = old.at
        returning jsonb_build_object(''key'', jsonb_build_array(%s), ''which'', old.which) as told)
      select jsonb_agg(told) from moved', one.which, one.name, one.setting, one.keys);
    begin
      execute format(statement, one.rule) into moved using gone, kept;
    exception when unique_violation or check_violation or exclusion_violation then
      moved := null;
      for row_at in execute format('select t.ctid from %I t where %s', one.name, one.rule) using gone loop
        begin
          execute format(statement, 't.ctid = $3') into one_row using gone, kept, row_at;
          moved := coalesce(moved, '[]') || one_row;
        exception when unique_violation or check_violation or exclusion_violation then null;
        end;
      end loop;
    end;
    if moved is not null then
      insert into person_merge_move (merge_id, district_id, table_name, moved_rows)
      select merge, m.district_id, one.name, moved from person_merge m where m.id = merge;
    end if;
  end loop;
  set constraints all immediate;
end $$;

-- Gives back every row that was moved and still says who it was moved to. What was added since stays where it is.
create function move_person_back(merge uuid) returns void
language plpgsql set search_path = public as $$
declare
  one record;
begin
  set constraints all deferred;
  for one in select v.table_name as name, v.moved_rows, m.gone_id, m.kept_id,
      (select string_agg(format('%1$I = case when t.%1$I = $2 and r.told->''which'' ? %1$L then $1 else t.%1$I end',
        c.person_column), ', ') from person_columns() c where c.table_name = v.table_name) as setting,
      (select string_agg(format('t.%I::text', k), ', ') from unnest(table_key(v.table_name)) k) as keys
    from person_merge_move v join person_merge m on m.id = v.merge_id where v.merge_id = merge order by v.table_name
  loop
    execute format('update %I t set %s from jsonb_array_elements($3) as r(told)
      where jsonb_build_array(%s) = r.told->''key''', one.name, one.setting, one.keys)
      using one.gone_id, one.kept_id, one.moved_rows;
  end loop;
  set constraints all immediate;
end $$;

-- A copy stays as it is, and still goes with its learner from one record of theirs to the other: only there, and only
-- while two records are made one.
create or replace function refuse_altering() returns trigger language plpgsql as $$
begin
  -- an erased collection lets go of its copies, which stay as they are
  if new.collection_id is null and to_jsonb(new) - 'collection_id' = to_jsonb(old) - 'collection_id' then
    return new;
  end if;
  if to_jsonb(new) - 'learner_id' = to_jsonb(old) - 'learner_id' and exists (
    select 1 from person_merge m where m.undone_at is null
      and (m.gone_id, m.kept_id) in ((old.learner_id, new.learner_id), (new.learner_id, old.learner_id))) then
    return new;
  end if;
  raise exception 'A copy of a collection is never altered';
end $$;
