-- What a district suggests when its learners add work: chosen beforehand, seen as faces, and the learner's to change.
-- Nothing that was shared before is touched by it. The latest row of a voice holds.
create table share_suggestion (
  id uuid primary key,
  district_id uuid not null references district,
  voice text not null check (voice in ('early', 'middle', 'older')),
  audiences text[] not null check (audiences <@ array['teachers', 'family']),
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index share_suggestion_of on share_suggestion (district_id, voice, set_at desc);

-- The grade band a grade belongs to, as people are spoken to until they choose another.
create function voice_of(grade text) returns text language sql immutable parallel safe as $$
  select case when grade in ('PK', 'KG', 'K', '1', '2', '3') then 'early' when grade in ('4', '5', '6', '7') then 'middle'
    else 'older' end
$$;
