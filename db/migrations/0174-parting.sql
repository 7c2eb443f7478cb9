-- Gives back every row that was moved and still says who it was moved to. What was added since stays where it is,
-- except what cannot stand apart from what it belongs to: the newer words of a claim go back with the claim.
create or replace function move_person_back(merge uuid) returns void
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
  for one in select f.conrelid::regclass as child, f.confrelid::regclass as parent, a.attname as its, b.attname as theirs,
      m.gone_id, m.kept_id, (select string_agg(format('%1$I = case when t.%1$I = $2 then $1 else t.%1$I end', c.person_column), ', ')
        from person_columns() c where c.table_name = (select r.relname from pg_class r where r.oid = f.conrelid)) as setting
    from person_merge m cross join pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
    join pg_attribute l on l.attrelid = f.conrelid and l.attnum = f.conkey[2] and l.attname = 'learner_id'
    where m.id = merge and f.contype = 'f' and f.connamespace = 'public'::regnamespace and cardinality(f.conkey) = 2
  loop
    execute format('update %s t set %s from %s p
      where p.%I = t.%I and p.learner_id = $1 and t.learner_id = $2', one.child, one.setting, one.parent, one.theirs, one.its)
      using one.gone_id, one.kept_id;
  end loop;
  set constraints all immediate;
end $$;
