-- Whom of their family a learner asks to a presentation, and what of it they let them see: each guardian apart, each
-- wording kept, the latest counts.
create table defense_invitation (
  attempt_id uuid not null references defense_attempt,
  district_id uuid not null references district,
  guardian_id uuid not null references person,
  shows text not null check (shows in ('nothing', 'day', 'outcome', 'notes')),
  said_at timestamptz not null,
  primary key (attempt_id, guardian_id, said_at)
);
-- Whoever was made one with somebody else is asked as them.
create view defense_standing_invitation with (security_invoker = true) as
  select * from (
    select distinct on (attempt_id, goes_on_as(guardian_id)) attempt_id, district_id, goes_on_as(guardian_id) as guardian_id,
      shows, said_at
    from defense_invitation order by attempt_id, goes_on_as(guardian_id), said_at desc) i
  where i.shows <> 'nothing';
