-- Whoever was made one with somebody else sits on a panel as them.
create function goes_on_as(someone uuid) returns uuid language sql stable set search_path = public as $$
  with recursive going (id, steps) as (
    select someone, 0
    union all
    select m.kept_id, g.steps + 1 from going g join person_merge m on m.gone_id = g.id and m.undone_at is null)
  select id from going order by steps desc limit 1
$$;

create or replace view defense_standing_attempt with (security_invoker = true) as
  select a.id, a.district_id, a.defense_id, a.number, g.held_on, g.from_minute, g.place,
    (select coalesce(jsonb_agg(case when m.id is null then q.seat
        else jsonb_set(q.seat, '{personId}', to_jsonb(goes_on_as(m.kept_id))) end order by q.at), '[]')
      from jsonb_array_elements(g.panel) with ordinality q (seat, at)
      left join person_merge m on m.gone_id = (q.seat ->> 'personId')::uuid and m.undone_at is null) as panel,
    o.outcome, o.words as outcome_words, o.decided_by, o.decided_at,
    a.number = (select max(l.number) from defense_attempt l where l.defense_id = a.defense_id) as is_latest
  from defense_attempt a
  join lateral (select * from defense_arrangement g where g.attempt_id = a.id order by g.arranged_at desc limit 1) g on true
  left join defense_outcome o on o.attempt_id = a.id;
