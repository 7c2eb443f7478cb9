-- What a learner says about a goal of theirs: on the way, and when it has come to an end.
alter table reflection add column goal_id uuid references goal on delete set null;
create index reflection_on_goal on reflection (goal_id) where goal_id is not null;

-- a view knows the columns there were when it was made
create or replace view standing_reflection with (security_invoker = true) as
  select r.* from reflection r where not exists (
    select 1 from reflection_deletion d where d.reflection_id = r.id and d.restored_at is null);
