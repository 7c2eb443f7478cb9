-- Criteria and order can be changed until a presentation begins; each wording stays.
create table defense_revision (
  defense_id uuid not null references defense,
  district_id uuid not null references district,
  revision integer not null,
  -- [{"id": uuid, "words": text}]
  criteria jsonb not null,
  -- [{"words": text, "minutes": integer}]
  protocol jsonb not null,
  revised_by uuid not null references person,
  revised_at timestamptz not null,
  primary key (defense_id, revision)
);
insert into defense_revision (defense_id, district_id, revision, criteria, protocol, revised_by, revised_at)
  select id, district_id, 1, criteria, protocol, set_by, set_at from defense;
alter table defense drop column criteria, drop column protocol;

-- By what an attempt is looked at: what stood when it was decided, or stands now.
create or replace view defense_standing_attempt with (security_invoker = true) as
  select a.id, a.district_id, a.defense_id, a.number, g.held_on, g.from_minute, g.place,
    (select coalesce(jsonb_agg(case when m.id is null then q.seat
        else jsonb_set(q.seat, '{personId}', to_jsonb(goes_on_as(m.kept_id))) end order by q.at), '[]')
      from jsonb_array_elements(g.panel) with ordinality q (seat, at)
      left join person_merge m on m.gone_id = (q.seat ->> 'personId')::uuid and m.undone_at is null) as panel,
    o.outcome, o.words as outcome_words, o.decided_by, o.decided_at,
    a.number = (select max(l.number) from defense_attempt l where l.defense_id = a.defense_id) as is_latest,
    v.revision, v.criteria, v.protocol,
    -- without an hour it has begun when its day has
    (g.held_on + make_interval(mins => coalesce(g.from_minute, 0))) at time zone d.time_zone as begins_at,
    (g.held_on + 1)::timestamp at time zone d.time_zone as closes_at
  from defense_attempt a
  join district d on d.id = a.district_id
  join lateral (select * from defense_arrangement g where g.attempt_id = a.id order by g.arranged_at desc limit 1) g on true
  left join defense_outcome o on o.attempt_id = a.id
  join lateral (select * from defense_revision v where v.defense_id = a.defense_id
    and v.revised_at <= coalesce(o.decided_at, 'infinity') order by v.revision desc limit 1) v on true;
