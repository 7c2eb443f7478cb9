-- What learners say they can do stands in their timeline too. A letter comes into it when its learner opens it,
-- so that nothing of what is sealed is ever in the index.
alter table timeline_entry drop constraint timeline_entry_kind_check;
alter table timeline_entry add constraint timeline_entry_kind_check
  check (kind in ('attempt', 'reflection', 'goal', 'check', 'claim', 'letter'));
alter table timeline_entry add column claim_id uuid references claim on delete cascade;
alter table timeline_entry add column letter_id uuid references letter on delete cascade;
create index timeline_of_claim on timeline_entry (claim_id) where claim_id is not null;
create index timeline_of_letter on timeline_entry (letter_id) where letter_id is not null;

-- What of a learner's points at a competency is looked up once for a search, not once for each entry.
create index tag_at_competency on tag (competency_id, learner_id) where removed_at is null;

create or replace function note_entry(
  entry uuid, district uuid, learner uuid, what text, moment timestamptz, held text[], words text, called text
) returns void language sql as $$
  insert into timeline_entry (id, district_id, learner_id, kind, made_at, iteration_id, reflection_id, goal_id,
    goal_check_id, claim_id, letter_id, mediums, said, beginning, search)
  select entry, district, learner, what, moment,
    case what when 'attempt' then entry end, case what when 'reflection' then entry end,
    case what when 'goal' then entry end, case what when 'check' then entry end,
    case what when 'claim' then entry end, case what when 'letter' then entry end,
    held, w.said, plain_words(left(concat_ws(' ', called, w.said), 64)), timeline_vector(w.plain)
  from (select left(words, 50000) as said, plain_words(left(words, 50000)) as plain) w
  on conflict (id, kind) do update set mediums = excluded.mediums, said = excluded.said,
    beginning = excluded.beginning, search = excluded.search
$$;

create function note_claims(ids uuid[]) returns void language sql as $$
  select note_entry(k.id, k.district_id, k.learner_id, 'claim', k.made_at,
    case when concat(v.words, v.profile_words, v.reflection) = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(v.words, ''), nullif(v.profile_words, ''), nullif(v.reflection, ''), held.said, (
      select string_agg(x.words, E'\n' order by x.position) from claim_evidence x
      where x.claim_id = k.id and x.revision = k.revision and x.words <> '')), null)
  from claim k left join claim_revision v on v.claim_id = k.id and v.revision = k.revision
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(concat_ws(E'\n', nullif(t.alt, ''), spoken_in(t.media_id)), E'\n' order by t.position) as said
    from claim_part t where t.claim_id = k.id and t.revision = k.revision) held
  where k.id = any(ids)
$$;

create function note_letters(ids uuid[]) returns void language sql as $$
  select note_entry(l.id, l.district_id, l.learner_id, 'letter', o.opened_at,
    case when l.body = '' then held.mediums else array_append(held.mediums, 'text') end,
    concat_ws(E'\n', nullif(l.body, ''), held.said), null)
  from letter_opening o join letter l on l.id = o.letter_id
  cross join lateral (
    select coalesce(array_agg(distinct medium_of(t.media_id)) filter (where medium_of(t.media_id) is not null), '{}') as mediums,
      string_agg(spoken_in(t.media_id), E'\n' order by t.position) as said
    from letter_part t where t.letter_id = l.id) held
  where l.id = any(ids)
$$;

create function claims_written() returns trigger language plpgsql as $$
begin perform note_claims(array(select distinct claim_id from fresh)); return null; end $$;
create function claims_changed() returns trigger language plpgsql as $$
begin perform note_claims(array(select id from fresh)); return null; end $$;
create function letters_opened() returns trigger language plpgsql as $$
begin perform note_letters(array(select letter_id from fresh)); return null; end $$;

create or replace function note_media(ids uuid[]) returns void language plpgsql as $$
begin
  if cardinality(ids) = 0 then return; end if;
  perform note_attempts(array(select distinct t.iteration_id from part t where t.media_id = any(ids)));
  perform note_reflections(array(select distinct t.reflection_id from reflection_part t where t.media_id = any(ids)));
  perform note_goals(array(select distinct t.goal_id from goal_part t where t.media_id = any(ids)));
  perform note_claims(array(select distinct t.claim_id from claim_part t where t.media_id = any(ids)));
  perform note_letters(array(select distinct t.letter_id from letter_part t where t.media_id = any(ids)));
end $$;

create trigger on_timeline after insert on claim_revision referencing new table as fresh
  for each statement execute function claims_written();
create trigger on_timeline_parts after insert on claim_part referencing new table as fresh
  for each statement execute function claims_written();
create trigger on_timeline_evidence after insert on claim_evidence referencing new table as fresh
  for each statement execute function claims_written();
create trigger on_timeline after update on claim referencing new table as fresh
  for each statement execute function claims_changed();
create trigger on_timeline after insert on letter_opening referencing new table as fresh
  for each statement execute function letters_opened();

select note_claims(array(select id from claim));
select note_letters(array(select letter_id from letter_opening));
