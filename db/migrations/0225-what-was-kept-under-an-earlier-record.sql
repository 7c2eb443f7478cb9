-- Whether an earlier record is this person today: merged into theirs, or into one that was, and not undone.
create function is_now(earlier uuid, today uuid) returns boolean language sql stable as $$
  with recursive later as (
    select m.kept_id as id from person_merge m where m.gone_id = earlier and m.undone_at is null
    union select m.kept_id from later l join person_merge m on m.gone_id = l.id and m.undone_at is null)
  select exists (select 1 from later where id = today)
$$;
