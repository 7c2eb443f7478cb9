-- Everything a learner made and said, in order, and found again by words. An entry is derived from what it
-- stands for by the triggers below, so that no way of writing can forget it; who may see it is asked of the
-- thing itself (src/timeline/policy.ts).
create table timeline_entry (
  id uuid not null,
  district_id uuid not null references district,
  learner_id uuid not null references person,
  kind text not null check (kind in ('attempt', 'reflection', 'goal', 'check')),
  made_at timestamptz not null,
  iteration_id uuid references iteration on delete cascade,
  reflection_id uuid references reflection on delete cascade,
  goal_id uuid references goal on delete cascade,
  goal_check_id uuid references goal_check on delete cascade,
  mediums text[] not null,
  -- its words as they stand today, as much of them as is searched
  said text not null,
  -- its name, or how it begins, without capitals and accents: compared with what somebody misspells
  beginning text not null,
  search tsvector not null,
  primary key (id, kind)
);
create index timeline_of_learner on timeline_entry (learner_id, made_at desc, id desc);
create index timeline_of_iteration on timeline_entry (iteration_id) where iteration_id is not null;
create index timeline_of_reflection on timeline_entry (reflection_id) where reflection_id is not null;
create index timeline_of_goal on timeline_entry (goal_id) where goal_id is not null;
create index timeline_of_check on timeline_entry (goal_check_id) where goal_check_id is not null;

-- Words without capitals, accents and marks between them, so that "Zoe" finds "Zoë" and "eau" finds "l’eau".
create function plain_words(said text) returns text language sql immutable parallel safe as $$
  select translate(replace(replace(regexp_replace(lower(normalize(said, NFKD)), U&'[\0300-\036F]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '''’‘ʼ"“”«».,;:!?¿¡…()[]{}<>/\|@#$%&*+=_~`^-–—•·', repeat(' ', 60))
$$;

-- As they stand, and by the stems of both languages. Both sides are without accents, so the stems agree.
create function timeline_vector(plain text) returns tsvector language sql immutable parallel safe as $$
  select strip(to_tsvector('simple', plain)) || strip(to_tsvector('english', plain)) || strip(to_tsvector('french', plain))
$$;

-- All of these words, each whole, begun, or by its stem. They hold letters and digits only.
create function timeline_query(tokens text[]) returns tsquery language plpgsql immutable parallel safe as $$
declare
  token text;
  one tsquery;
  every tsquery;
begin
  foreach token in array tokens loop
    one := to_tsquery('simple', '''' || token || ''':*') || plainto_tsquery('english', token) || plainto_tsquery('french', token);
    every := case when every is null then one else every && one end;
  end loop;
  return every;
end $$;

create function medium_of(media uuid) returns text language sql stable as $$
  select case when exists (select 1 from drawing d where d.media_id = m.id) then 'drawing' else m.kind end
  from media m where m.id = media
$$;

create function spoken_in(media uuid) returns text language sql stable as $$
  select t.body from transcript t where t.media_id = media order by t.revision desc limit 1
$$;

-- What is searched of one thing is bounded, because a tsvector is.
create function note_entry(
  entry uuid, district uuid, learner uuid, what text, moment timestamptz, held text[], words text, called text
) returns void language sql as $$
  insert into timeline_entry (id, district_id, learner_id, kind, made_at, iteration_id, reflection_id, goal_id,
    goal_check_id, mediums, said, beginning, search)
  select entry, district, learner, what, moment,
    case what when 'attempt' then entry end, case what when 'reflection' then entry end,
    case what when 'goal' then entry end, case what when 'check' then entry end,
    held, w.said, plain_words(left(concat_ws(' ', called, w.said), 64)), timeline_vector(w.plain)
  from (select left(words, 50000) as said, plain_words(left(words, 50000)) as plain) w
  on conflict (id, kind) do update set mediums = excluded.mediums, said = excluded.said,
    beginning = excluded.beginning, search = excluded.search
$$;

create function note_attempts(ids uuid[]) returns void language sql as $$
  select note_entry(i.id, i.district_id, p.learner_id, 'attempt', i.made_at, held.mediums,
    concat_ws(E'\n', held.said, nullif(v.what_changed, ''), nullif(p.title, '')), nullif(p.title, ''))
  from iteration i join piece p on p.id = i.piece_id
  left join iteration_revision v on v.iteration_id = i.id and v.revision = i.revision
  cross join lateral (
    select coalesce(array_agg(distinct h.medium) filter (where h.medium is not null), '{}') as mediums,
      string_agg(h.said, E'\n' order by h.position) as said
    from (select t.position, case t.kind when 'media' then medium_of(t.media_id) else t.kind end as medium,
        concat_ws(E'\n', nullif(t.body, ''), nullif(t.caption, ''), nullif(t.alt, ''), spoken_in(t.media_id)) as said
      from part t where t.iteration_id = i.id and t.revision = i.revision) h) held
  where i.id = any(ids)
$$;

create function note_reflections(ids uuid[]) returns void language sql as $$
  select note_entry(r.id, r.district_id, r.learner_id, 'reflection', r.made_at,
    case when v.body = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(v.body, ''), held.said, nullif(r.prompt_words, '')), null)
  from reflection r left join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.caption, ''), nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from reflection_part t where t.reflection_id = r.id and t.revision = r.revision) held
  where r.id = any(ids)
$$;

create function note_goals(ids uuid[]) returns void language sql as $$
  select note_entry(g.id, g.district_id, g.learner_id, 'goal', g.set_at,
    case when v.words = '{}' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', (select string_agg(w.value, E'\n') from jsonb_each_text(v.words) w), held.said), null)
  from goal g left join goal_revision v on v.goal_id = g.id and v.revision = g.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from goal_part t where t.goal_id = g.id and t.revision = g.revision) held
  where g.id = any(ids)
$$;

create function note_checks(ids uuid[]) returns void language sql as $$
  select note_entry(k.id, k.district_id, g.learner_id, 'check', k.checked_at,
    case when k.words = '' then '{}' else array['text'] end, k.words, null)
  from goal_check k join goal g on g.id = k.goal_id where k.id = any(ids)
$$;

-- One for each statement, whatever it wrote: the rows it made or changed are called `fresh`.
create function parts_written() returns trigger language plpgsql as $$
begin perform note_attempts(array(select distinct iteration_id from fresh)); return null; end $$;
create function attempts_changed() returns trigger language plpgsql as $$
begin perform note_attempts(array(select id from fresh)); return null; end $$;
create function pieces_changed() returns trigger language plpgsql as $$
begin
  perform note_attempts(array(select i.id from fresh f join stale s on s.id = f.id join iteration i on i.piece_id = f.id
    where f.title <> s.title));
  return null;
end $$;
create function reflections_written() returns trigger language plpgsql as $$
begin perform note_reflections(array(select distinct reflection_id from fresh)); return null; end $$;
create function reflections_changed() returns trigger language plpgsql as $$
begin perform note_reflections(array(select id from fresh)); return null; end $$;
create function goals_written() returns trigger language plpgsql as $$
begin perform note_goals(array(select distinct goal_id from fresh)); return null; end $$;
create function goals_changed() returns trigger language plpgsql as $$
begin perform note_goals(array(select id from fresh)); return null; end $$;
create function checks_written() returns trigger language plpgsql as $$
begin perform note_checks(array(select id from fresh)); return null; end $$;

create function note_media(ids uuid[]) returns void language plpgsql as $$
begin
  if cardinality(ids) = 0 then return; end if;
  perform note_attempts(array(select distinct t.iteration_id from part t where t.media_id = any(ids)));
  perform note_reflections(array(select distinct t.reflection_id from reflection_part t where t.media_id = any(ids)));
  perform note_goals(array(select distinct t.goal_id from goal_part t where t.media_id = any(ids)));
end $$;
-- what kind of file it is shows only when the worker has looked into it
create function media_changed() returns trigger language plpgsql as $$
begin
  perform note_media(array(select f.id from fresh f join stale s on s.id = f.id where f.kind is distinct from s.kind));
  return null;
end $$;
create function media_told() returns trigger language plpgsql as $$
begin perform note_media(array(select distinct media_id from fresh)); return null; end $$;

create trigger on_timeline after insert on part referencing new table as fresh
  for each statement execute function parts_written();
create trigger on_timeline after update on iteration referencing new table as fresh
  for each statement execute function attempts_changed();
create trigger on_timeline after update on piece referencing new table as fresh old table as stale
  for each statement execute function pieces_changed();
create trigger on_timeline after insert on reflection_revision referencing new table as fresh
  for each statement execute function reflections_written();
create trigger on_timeline_parts after insert on reflection_part referencing new table as fresh
  for each statement execute function reflections_written();
create trigger on_timeline after update on reflection referencing new table as fresh
  for each statement execute function reflections_changed();
create trigger on_timeline after insert on goal_revision referencing new table as fresh
  for each statement execute function goals_written();
create trigger on_timeline_parts after insert on goal_part referencing new table as fresh
  for each statement execute function goals_written();
create trigger on_timeline after update on goal referencing new table as fresh
  for each statement execute function goals_changed();
create trigger on_timeline after insert on goal_check referencing new table as fresh
  for each statement execute function checks_written();
create trigger on_timeline after update on media referencing new table as fresh old table as stale
  for each statement execute function media_changed();
create trigger on_timeline after insert on transcript referencing new table as fresh
  for each statement execute function media_told();
create trigger on_timeline after insert on drawing referencing new table as fresh
  for each statement execute function media_told();

select note_attempts(array(select id from iteration));
select note_reflections(array(select id from reflection));
select note_goals(array(select id from goal));
select note_checks(array(select id from goal_check));
