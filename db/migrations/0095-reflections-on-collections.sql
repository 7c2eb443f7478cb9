-- What a learner says about a collection of theirs.
alter table reflection add column collection_id uuid references collection on delete set null;
create index reflection_on_collection on reflection (collection_id) where collection_id is not null;

-- a view knows the columns there were when it was made
create or replace view standing_reflection with (security_invoker = true) as
  select r.* from reflection r where not exists (
    select 1 from reflection_deletion d where d.reflection_id = r.id and d.restored_at is null);

-- Words are seen by others only beside what they are about. When that is erased, they stay with their learner
-- alone, instead of coming to be seen by themselves.
create function reflection_left_alone() returns trigger language plpgsql as $$
begin
  update reflection_share set withdrawn_by = new.learner_id, withdrawn_at = cairn_now()
  where reflection_id = new.id and withdrawn_at is null;
  return null;
end $$;
create trigger reflection_left_alone after update of piece_id, collection_id on reflection for each row
  when ((old.piece_id is not null and new.piece_id is null) or (old.collection_id is not null and new.collection_id is null))
  execute function reflection_left_alone();
