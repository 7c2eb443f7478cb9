-- A school may suggest otherwise than its district; without audiences it says again what the district says.
alter table share_suggestion add column school_id uuid references school;
alter table share_suggestion alter column audiences drop not null;
alter table share_suggestion add constraint share_suggestion_of_district_is_said check (audiences is not null or school_id is not null);
create index share_suggestion_of_school on share_suggestion (school_id, voice, set_at desc) where school_id is not null;

-- The newest of the school, where it says something of its own, else of the district, else nobody.
create function audiences_suggested(school uuid, band text) returns text[] language sql stable as $$
  select coalesce(
    (select g.audiences from share_suggestion g where g.school_id = school and g.voice = band
      order by g.set_at desc, g.id desc limit 1),
    (select g.audiences from share_suggestion g where g.school_id is null and g.voice = band
      order by g.set_at desc, g.id desc limit 1), '{}')
$$;
