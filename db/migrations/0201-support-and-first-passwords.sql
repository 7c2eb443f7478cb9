-- Somebody of whoever hosts Cairn, named from the command line. They have a way to sign in, and by it nothing at all.
create table support_person (
  person_id uuid primary key references person on delete cascade,
  district_id uuid not null references district,
  host text not null,
  named_at timestamptz not null,
  ended_at timestamptz
);

-- A district lets such a person in for some hours, with a reason. Over by itself, or when the district says so.
create table support_grant (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references support_person on delete cascade,
  reason text not null,
  granted_by uuid not null references person,
  granted_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > granted_at)
);
create index support_grant_of_district on support_grant (district_id, granted_at desc);
create index support_grant_of_person on support_grant (person_id, ends_at);

create table support_grant_ending (
  support_grant_id uuid primary key references support_grant on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

-- The grant that stands at a moment; without a second step nobody has one, whatever the district demands of its own.
create function support_grant_of(who uuid, moment timestamptz) returns uuid
language sql stable security definer set search_path = public as $$
  select g.id from support_grant g join support_person p on p.person_id = g.person_id
  where g.person_id = who and g.granted_at <= moment and g.ends_at > moment and p.ended_at is null
    and not exists (select 1 from support_grant_ending e where e.support_grant_id = g.id)
    and has_second_step(who)
  order by g.ends_at desc limit 1
$$;

-- While let in, support sees what the office of the district sees. What of it, and that nothing is written by it, is
-- said in src/platform/transaction.ts and src/support/support.ts: this alone would let an administrator in.
create or replace view serves with (security_invoker = true) as
  select person_id, school_id, kind
  from duty
  where opened_on <= cairn_today() and (closed_on is null or closed_on > cairn_today())
  union all
  select p.person_id, null::uuid, 'office'
  from support_person p
  where support_grant_of(p.person_id, cairn_now()) is not null;

-- Whose first passwords a school lets stand until their owners choose one: the newest counts, none is 'grade-4'.
create table own_password_rule (
  id uuid primary key,
  district_id uuid not null references district,
  school_id uuid not null references school,
  who text not null check (who in ('everybody', 'grade-4', 'staff', 'nobody')),
  decided_by uuid not null references person,
  decided_at timestamptz not null
);
create index own_password_rule_of_school on own_password_rule (school_id, decided_at desc, id desc);

-- A password the office typed for somebody; those on strips of paper are in first_password.
create table given_password (
  account_id uuid primary key references account on delete cascade,
  district_id uuid not null references district,
  given_by uuid not null references person,
  given_at timestamptz not null
);

-- Somebody else knows the password of this account, and its owner's school wants an own one.
create function own_password_wanted(wanted uuid, moment timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from account a join district r on r.id = a.district_id
    cross join lateral (select (moment at time zone r.time_zone)::date as day) t
    cross join lateral (
      select c.school_id, e.role = 'teacher' as staff, e.grade from enrollment e join class c on c.id = e.class_id
        where e.person_id = a.person_id and (e.closed_on is null or e.closed_on > t.day)
      union all select y.school_id, true, null from duty y
        where y.person_id = a.person_id and (y.closed_on is null or y.closed_on > t.day)) here
    where a.id = wanted
      and (exists (select 1 from first_password p where p.person_id = a.person_id and p.made_at >= a.password_changed_at)
        or exists (select 1 from given_password g where g.account_id = a.id and g.given_at >= a.password_changed_at))
      and case coalesce((select u.who from own_password_rule u where u.school_id = here.school_id
          order by u.decided_at desc, u.id desc limit 1), 'grade-4')
        when 'everybody' then true
        when 'grade-4' then here.staff or not (ltrim(coalesce(here.grade, ''), '0')
          = any (array['IT', 'PR', 'PK', 'TK', 'KG', 'K', 'JK', 'SK', '1', '2', '3']))
        when 'staff' then here.staff else false end)
$$;

-- A session opened with such a password leads to choosing another and nowhere else, until that is done.
alter table session add column asks_password boolean not null default false;

drop function open_session(bytea, timestamptz, text, text);
create function open_session(hash bytea, moment timestamptz, window_key text, window_end text) returns table (
  session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamptz,
  handed_over boolean, lasts_seconds integer, asks_password boolean, support_grant_id uuid
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
    found_session.lasts_seconds,
    found_session.asks_password,
    support_grant_of(found_session.person_id, moment);
end $$;
