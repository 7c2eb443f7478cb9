-- A collection opened to people with a link, until a moment. What it shows is a copy: what those who agreed
-- agreed to. The link is made of the id and the server's secret, and is kept nowhere.
create table showcase (
  id uuid primary key,
  district_id uuid not null references district,
  collection_id uuid not null references collection on delete cascade,
  learner_id uuid not null references person,
  -- let go 30 days after its end
  copy_id uuid references collection_copy on delete set null,
  closes_at timestamptz not null,
  passcode_hash text,
  -- as the district's rule was when it was asked for
  needs_guardian boolean not null,
  proposed_by uuid not null references person,
  proposed_at timestamptz not null
);
create index showcase_of_collection on showcase (collection_id, proposed_at desc);
create index showcase_of_learner on showcase (learner_id, closes_at);
create index showcase_of_copy on showcase (copy_id);

create table showcase_withdrawal (
  showcase_id uuid primary key references showcase on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

-- Whoever must agree says so, or says not yet and why; and can take either back.
create table showcase_answer (
  showcase_id uuid not null references showcase on delete cascade,
  district_id uuid not null references district,
  person_id uuid not null references person,
  role text not null check (role in ('learner', 'teacher', 'guardian')),
  agrees boolean not null,
  words text not null default '',
  answered_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (showcase_id, person_id, role, answered_at)
);

-- How often its page was opened with the link, by day. Nothing about who.
create table showcase_use (
  showcase_id uuid not null references showcase on delete cascade,
  district_id uuid not null references district,
  used_on date not null,
  times integer not null,
  primary key (showcase_id, used_on)
);

-- Up to which grade a guardian must agree too; kindergarten is 0. Without a row it is grade 7.
create table showcase_rule (
  district_id uuid primary key references district,
  guardian_through_grade integer not null check (guardian_through_grade between -1 and 12),
  set_by uuid not null references person,
  set_at timestamptz not null
);

create view showcase_standing with (security_invoker = true) as
  select w.*, case
      when w.is_withdrawn then 'withdrawn'
      when w.closes_at <= cairn_now() then 'ended'
      when w.is_declined then 'declined'
      when w.teacher_agrees and (w.guardian_agrees or not w.needs_guardian) then 'open'
      else 'waiting' end as state
  from (
    select s.*,
      exists (select 1 from showcase_withdrawal d where d.showcase_id = s.id)
        or not exists (select 1 from standing_collection o where o.id = s.collection_id) as is_withdrawn,
      exists (select 1 from showcase_answer a where a.showcase_id = s.id and a.taken_back_at is null and not a.agrees) as is_declined,
      exists (select 1 from showcase_answer a where a.showcase_id = s.id and a.taken_back_at is null and a.agrees
        and a.role = 'teacher') as teacher_agrees,
      exists (select 1 from showcase_answer a where a.showcase_id = s.id and a.taken_back_at is null and a.agrees
        and a.role = 'guardian') as guardian_agrees
    from showcase s) w;

-- What a showcase no longer shows of its copy: work deleted, taken back from everybody, or edited since; and words
-- beside it that were deleted, taken back or put differently.
create view showcase_resting with (security_invoker = true) as
  select s.id as showcase_id, c.value ->> 'id' as rests
  from showcase s
  join collection_copy k on k.id = s.copy_id
  cross join lateral jsonb_array_elements(k.content -> 'sections') e
  cross join lateral jsonb_array_elements(e.value -> 'choices') c
  left join piece p on p.id = (c.value -> 'piece' ->> 'id')::uuid
  where p.id is null
    or exists (select 1 from standing_deletion d where d.piece_id = p.id and d.iteration_id is null)
    or (exists (select 1 from share h join withdrawal w on w.share_id = h.id
          where h.piece_id = p.id and w.withdrawn_at > k.copied_at)
        and not exists (select 1 from live_share h where h.piece_id = p.id))
    or exists (select 1 from jsonb_array_elements(c.value -> 'iterations') t
        left join iteration i on i.id = (t.value ->> 'id')::uuid
        where i.id is null or i.revision <> (t.value ->> 'revision')::integer
          or exists (select 1 from standing_deletion d where d.iteration_id = i.id))
  union all
  select s.id, b.value ->> 'id'
  from showcase s
  join collection_copy k on k.id = s.copy_id
  cross join lateral jsonb_array_elements(k.content -> 'sections') e
  cross join lateral jsonb_array_elements(e.value -> 'choices') c
  cross join lateral jsonb_array_elements(c.value -> 'beside') b
  where case b.value ->> 'kind'
    when 'reflection' then not exists (select 1 from standing_reflection r
      where r.id = (b.value ->> 'id')::uuid and r.revision = (b.value ->> 'revision')::integer)
    else not exists (select 1 from feedback f
        where f.id = (b.value ->> 'id')::uuid and f.revision = (b.value ->> 'revision')::integer)
      or exists (select 1 from retraction t where t.feedback_id = (b.value ->> 'id')::uuid) end;

-- Finds a showcase for somebody with a link, before any district is known, and says what its page must know.
-- It runs with the owner's rights and gives back one row for one id, which the server has checked.
create function showcase_behind(wanted uuid, moment timestamptz) returns table (
  district_id uuid, learner_id uuid, copy_id uuid, state text, closes_at timestamptz, time_zone text,
  passcode_hash text, given_name text, family_name text, resting text[]
) language plpgsql stable security definer set search_path = public as $$
begin
  perform set_config('cairn.now', moment::text, true);
  return query
    select s.district_id, s.learner_id, s.copy_id, s.state, s.closes_at, d.time_zone, s.passcode_hash,
      n.given_name, n.family_name,
      coalesce((select array_agg(r.rests) from showcase_resting r where r.showcase_id = s.id), '{}')
    from showcase_standing s join district d on d.id = s.district_id join person n on n.id = s.learner_id
    where s.id = wanted;
end $$;
