-- A teacher hands a device to a class. From then on its session can do nothing but bring in what children make,
-- until somebody who knows the teacher's password takes it back. The session may be gone when the work arrives.
create table handover (
  id uuid primary key,
  district_id uuid not null references district,
  class_id uuid not null references class,
  session_id uuid references session on delete set null,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  -- who sees the work besides the learner and their teachers, as the teacher chose
  audiences text[] not null default '{}' check (audiences <@ array['family', 'class'])
);
create index handover_of_session on handover (session_id);
create index handover_of_class on handover (class_id, opened_at desc);

create table handover_ending (
  handover_id uuid primary key references handover on delete cascade,
  district_id uuid not null references district,
  ended_by uuid not null references person,
  ended_at timestamptz not null
);

create view open_handover with (security_invoker = true) as
  select h.* from handover h where not exists (select 1 from handover_ending e where e.handover_id = h.id);

-- Which piece came in by which hand-over: who made it is the learner, who handed the device over stands above.
create table handover_piece (
  piece_id uuid primary key references piece on delete cascade,
  district_id uuid not null references district,
  handover_id uuid not null references handover,
  brought_at timestamptz not null
);
create index handover_piece_of_handover on handover_piece (handover_id);

-- Finds the live session of a token and opens its person's transaction; says whether it is handed over.
drop function open_session(bytea, timestamptz, text, text);
create function open_session(hash bytea, moment timestamptz, window_key text, window_end text) returns table (
  session_id uuid, account_id uuid, person_id uuid, district_id uuid, last_seen_at timestamptz, handed_over boolean
) language plpgsql security definer set search_path = public as $$
declare found_session session;
begin
  select * into found_session from session s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > moment;
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at,
    exists (select 1 from handover h where h.session_id = found_session.id
      and not exists (select 1 from handover_ending e where e.handover_id = h.id));
end $$;
