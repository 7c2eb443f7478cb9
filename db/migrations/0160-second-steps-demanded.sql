-- A district demands a second step of its staff from a day on: until then they set it up, afterwards a password alone
-- lets none of them in. The newest demand that has not ended holds.
create table second_step_demand (
  id uuid primary key,
  district_id uuid not null references district,
  from_on date not null,
  demanded_by uuid not null references person,
  demanded_at timestamptz not null
);
create index second_step_demand_of_district on second_step_demand (district_id);

create table second_step_demand_ending (
  demand_id uuid primary key references second_step_demand on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- Somebody lost what they show: the office took their second step off, and for a while they may come in without one.
create table second_step_help (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person,
  given_by uuid not null references person,
  given_at timestamptz not null,
  lasts_until timestamptz not null
);
create index second_step_help_of_person on second_step_help (person_id, lasts_until desc);

-- Whoever comes from the district's provider has shown there whatever is demanded there.
alter table session add column provider_id uuid references provider;

-- Teaches or has a duty on that day; by the roster's own dates, because it is asked before a transaction is anybody's.
create function is_staff_on(who uuid, day date) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from enrollment e where e.person_id = who and e.role = 'teacher'
      and e.opened_on <= day and (e.closed_on is null or e.closed_on > day))
    or exists (select 1 from duty y where y.person_id = who
      and y.opened_on <= day and (y.closed_on is null or y.closed_on > day))
$$;

create function has_second_step(who uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from second_factor f join account a on a.id = f.account_id
    where a.person_id = who and f.confirmed_at is not null and f.ended_at is null)
$$;

-- The day since which, or from which, a password alone is not enough for somebody; null where it is.
create function second_step_asked_from(who uuid, district uuid, moment timestamptz) returns date
language sql stable security definer set search_path = public as $$
  select d.from_on from second_step_demand d join district r on r.id = d.district_id
  where d.district_id = district
    and not exists (select 1 from second_step_demand_ending e where e.demand_id = d.id)
    and not has_second_step(who) and is_staff_on(who, (moment at time zone r.time_zone)::date)
  order by d.demanded_at desc, d.id desc limit 1
$$;

create function second_step_missing(who uuid, district uuid, moment timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select coalesce(second_step_asked_from(who, district, moment)
      <= (moment at time zone (select r.time_zone from district r where r.id = district))::date, false)
    and not exists (select 1 from second_step_help h where h.person_id = who and h.lasts_until > moment)
$$;

create or replace function open_session(hash bytea, moment timestamptz, window_key text, window_end text) returns table (
  session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamptz,
  handed_over boolean, lasts_seconds integer
) language plpgsql security definer set search_path = public as $$
declare found_session session;
begin
  select * into found_session from session s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > moment
    and (s.card_id is null or not exists (select 1 from card_ending e where e.card_id = s.card_id))
    and (s.class_device_id is null or exists (select 1 from class_device d
      where d.id = s.class_device_id and d.closes_at > moment
        and not exists (select 1 from class_device_closing e where e.class_device_id = d.id)))
    and (not exists (select 1 from welcome_use u where u.session_id = s.id) or not (
      exists (select 1 from enrollment e where e.person_id = s.person_id)
      or exists (select 1 from duty y where y.person_id = s.person_id)
      or exists (select 1 from account a where a.person_id = s.person_id and a.password_hash is not null)))
    and (s.provider_id is not null or s.card_id is not null
      or not second_step_missing(s.person_id, s.district_id, moment));
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at,
    exists (select 1 from handover h where h.session_id = found_session.id
      and not exists (select 1 from handover_ending e where e.handover_id = h.id)),
    found_session.lasts_seconds;
end $$;
