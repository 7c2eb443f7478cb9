-- A showcase event: a day on which learners of some classes stand at places and guests walk round.
create table exhibition (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid not null references school,
  revision integer not null default 1,
  opened_by uuid not null references person,
  opened_at timestamptz not null
);
create index exhibition_of_school on exhibition (school_id);

create table exhibition_revision (
  exhibition_id uuid not null references exhibition,
  district_id uuid not null references district,
  revision integer not null,
  title text not null,
  words text not null default '',
  held_on date not null,
  -- minutes of that day on the school's clock
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440),
  -- the first day on which guests are let in
  guests_from date not null check (guests_from <= held_on),
  -- [{"id": uuid, "name": text}]
  places jsonb not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (exhibition_id, revision),
  check (from_minute < to_minute)
);

create table exhibition_class (
  exhibition_id uuid not null references exhibition,
  district_id uuid not null references district,
  class_id uuid not null references class,
  primary key (exhibition_id, class_id)
);
create index exhibition_class_of on exhibition_class (class_id);

create table exhibition_ending (
  exhibition_id uuid primary key references exhibition,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- How often its guest page was opened, by day. Nothing about who.
create table exhibition_use (
  exhibition_id uuid not null references exhibition,
  district_id uuid not null references district,
  used_on date not null,
  times integer not null,
  primary key (exhibition_id, used_on)
);

-- Where one learner shows: what they chose each time stays, the latest counts.
create table stand (
  id uuid primary key,
  district_id uuid not null references district,
  exhibition_id uuid not null references exhibition,
  learner_id uuid not null references person,
  unique (exhibition_id, learner_id)
);
create index stand_of_learner on stand (learner_id);

create table stand_choice (
  stand_id uuid not null references stand,
  district_id uuid not null references district,
  chosen_at timestamptz not null,
  stays boolean not null,
  title text not null,
  showcase_id uuid references showcase on delete set null,
  primary key (stand_id, chosen_at)
);

create table stand_placing (
  stand_id uuid not null references stand,
  district_id uuid not null references district,
  placed_at timestamptz not null,
  placed_by uuid not null references person,
  place_id uuid,
  from_minute integer check (from_minute between 0 and 1439),
  to_minute integer check (to_minute between 1 and 1440),
  primary key (stand_id, placed_at),
  check ((from_minute is null) = (to_minute is null) and (from_minute is null or from_minute < to_minute))
);

-- A guest's words to a learner: held until a teacher has read them.
create table slip (
  id uuid primary key,
  district_id uuid not null references district,
  stand_id uuid not null references stand,
  words text not null,
  signed text not null default '',
  written_at timestamptz not null
);
create index slip_of_stand on slip (stand_id, written_at);

create table slip_decision (
  slip_id uuid primary key references slip,
  district_id uuid not null references district,
  releases boolean not null,
  reason text not null default '',
  decided_by uuid not null references person,
  decided_at timestamptz not null,
  check (releases or reason <> '')
);

-- A learner's thanks to the guests; a teacher reads it before strangers do. The latest released one is shown.
create table thanks (
  id uuid primary key,
  district_id uuid not null references district,
  stand_id uuid not null references stand,
  words text not null,
  written_at timestamptz not null
);
create index thanks_of_stand on thanks (stand_id, written_at desc);

create table thanks_release (
  thanks_id uuid primary key references thanks,
  district_id uuid not null references district,
  released_by uuid not null references person,
  released_at timestamptz not null
);

create view exhibition_standing with (security_invoker = true) as
  select w.*, case
      when w.is_ended then 'ended'
      when w.closes_at <= cairn_now() then 'over'
      when w.opens_at > cairn_now() then 'before'
      else 'open' end as state
  from (
    select x.id, x.district_id, x.school_id, x.revision, x.opened_by, x.opened_at, v.title, v.words, v.held_on,
      v.from_minute, v.to_minute, v.guests_from, v.places, d.time_zone,
      v.guests_from::timestamp at time zone d.time_zone as opens_at,
      (v.held_on + 1)::timestamp at time zone d.time_zone as closes_at,
      exists (select 1 from exhibition_ending e where e.exhibition_id = x.id) as is_ended
    from exhibition x
    join exhibition_revision v on v.exhibition_id = x.id and v.revision = x.revision
    join district d on d.id = x.district_id) w;

-- Who stands there now, with what. Guests are led to a showcase only while it is open and asks for no passcode.
create view stand_standing with (security_invoker = true) as
  select t.id, t.district_id, t.exhibition_id, t.learner_id, c.title, c.showcase_id, c.chosen_at,
    s.state as showcase_state, coalesce(s.state = 'open' and s.passcode_hash is null, false) as is_shown,
    p.place_id, p.from_minute, p.to_minute
  from stand t
  join lateral (select * from stand_choice c where c.stand_id = t.id order by c.chosen_at desc limit 1) c on c.stays
  left join lateral (select * from stand_placing p where p.stand_id = t.id order by p.placed_at desc limit 1) p on true
  left join showcase_standing s on s.id = c.showcase_id;

-- Finds an event for somebody with its link, before any district is known. It runs with the owner's rights and gives
-- back one row for one id, which the server has checked; of who is not shown it tells a place and no name.
create function exhibition_behind(wanted uuid, moment timestamptz) returns table (
  district_id uuid, state text, title text, words text, held_on text, from_minute integer, to_minute integer,
  time_zone text, closes_at timestamptz, places jsonb, stands jsonb, cards jsonb
) language plpgsql stable security definer set search_path = public as $$
begin
  perform set_config('cairn.now', moment::text, true);
  return query
    select x.district_id, x.state, x.title, x.words, x.held_on::text, x.from_minute, x.to_minute, x.time_zone,
      x.closes_at, x.places,
      coalesce((select jsonb_agg(case when t.is_shown
          then jsonb_build_object('id', t.id, 'title', t.title, 'placeId', t.place_id, 'fromMinute', t.from_minute,
            'toMinute', t.to_minute, 'showcaseId', t.showcase_id, 'givenName', n.given_name, 'familyName', n.family_name)
          else jsonb_build_object('id', t.id, 'placeId', t.place_id) end
          order by t.from_minute nulls last, n.given_name, t.id)
        from stand_standing t join person n on n.id = t.learner_id where t.exhibition_id = x.id), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('standId', t.id, 'words', c.words) order by c.written_at)
        from stand t join lateral (select c.words, c.written_at from thanks c join thanks_release r on r.thanks_id = c.id
          where c.stand_id = t.id order by c.written_at desc limit 1) c on true
        where t.exhibition_id = x.id), '[]')
    from exhibition_standing x where x.id = wanted;
end $$;
