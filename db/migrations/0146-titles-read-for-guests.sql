-- What a learner typed for their placard is read by a teacher of theirs before guests read it: exactly these words.
create table stand_title_release (
  stand_id uuid not null references stand,
  district_id uuid not null references district,
  title text not null,
  released_by uuid not null references person,
  released_at timestamptz not null,
  primary key (stand_id, title)
);

-- Thanks that were taken back, by their learner or by a teacher who had let them through.
create table thanks_withdrawal (
  thanks_id uuid primary key references thanks,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

-- Guests read the title that was read for them; until then that of the showcase, which was agreed to, or none. Who is
-- in no class of the event any more is not there for guests.
create or replace view stand_standing with (security_invoker = true) as
  select w.id, w.district_id, w.exhibition_id, w.learner_id, w.title, w.showcase_id, w.chosen_at, w.showcase_state,
    w.is_open and w.is_here as is_shown, w.place_id, w.from_minute, w.to_minute, w.is_here, w.waits_for,
    w.is_released or w.title = w.agreed_title as is_read,
    case when w.is_released then w.title else w.agreed_title end as shown_title
  from (
    select t.id, t.district_id, t.exhibition_id, t.learner_id, c.title, c.showcase_id, c.chosen_at,
      s.state as showcase_state, coalesce(s.state = 'open' and s.passcode_hash is null, false) as is_open,
      p.place_id, p.from_minute, p.to_minute,
      exists (select 1 from exhibition_class k join belongs b on b.class_id = k.class_id
        where k.exhibition_id = t.exhibition_id and b.person_id = t.learner_id and b.role = 'student') as is_here,
      array_remove(array[case when not s.teacher_agrees then 'teacher' end,
        case when s.needs_guardian and not s.guardian_agrees then 'guardian' end], null) as waits_for,
      exists (select 1 from stand_title_release r where r.stand_id = t.id and r.title = c.title) as is_released,
      case when s.state = 'open' then coalesce((select k.content ->> 'title' from collection_copy k where k.id = s.copy_id), '')
        else '' end as agreed_title
    from stand t
    join lateral (select * from stand_choice c where c.stand_id = t.id order by c.chosen_at desc limit 1) c on c.stays
    left join lateral (select * from stand_placing p where p.stand_id = t.id order by p.placed_at desc limit 1) p on true
    left join showcase_standing s on s.id = c.showcase_id) w;

create or replace function exhibition_behind(wanted uuid, moment timestamptz) returns table (
  district_id uuid, state text, title text, words text, held_on text, from_minute integer, to_minute integer,
  time_zone text, closes_at timestamptz, places jsonb, stands jsonb, cards jsonb
) language plpgsql stable security definer set search_path = public as $$
begin
  perform set_config('cairn.now', moment::text, true);
  perform set_config('cairn.today', coalesce((select (moment at time zone d.time_zone)::date
    from exhibition o join district d on d.id = o.district_id where o.id = wanted), moment::date)::text, true);
  return query
    select x.district_id, x.state, x.title, x.words, x.held_on::text, x.from_minute, x.to_minute, x.time_zone,
      x.closes_at, x.places,
      coalesce((select jsonb_agg(case when t.is_shown
          then jsonb_build_object('id', t.id, 'title', t.shown_title, 'placeId', t.place_id, 'fromMinute', t.from_minute,
            'toMinute', t.to_minute, 'showcaseId', t.showcase_id, 'givenName', n.given_name, 'familyName', n.family_name)
          else jsonb_build_object('id', t.id, 'placeId', t.place_id) end
          order by t.from_minute nulls last, n.given_name, t.id)
        from stand_standing t join person n on n.id = t.learner_id where t.exhibition_id = x.id and t.is_here), '[]'),
      -- thanks stay with who stands there: who has left is not quoted
      coalesce((select jsonb_agg(jsonb_build_object('standId', t.id, 'words', c.words) order by c.written_at)
        from stand_standing t join lateral (select c.words, c.written_at from thanks c join thanks_release r on r.thanks_id = c.id
          where c.stand_id = t.id and not exists (select 1 from thanks_withdrawal d where d.thanks_id = c.id)
          order by c.written_at desc limit 1) c on true
        where t.exhibition_id = x.id and t.is_here), '[]')
    from exhibition_standing x where x.id = wanted;
end $$;
