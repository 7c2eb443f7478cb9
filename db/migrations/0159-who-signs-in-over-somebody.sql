-- Whoever signs in where somebody else still was takes the device over: the session before ends, whichever district
-- it belongs to. It is found by its token alone, before any district is known.
create function end_session_before(hash bytea, moment timestamptz) returns void
language sql security definer set search_path = public as
  $$ update session set ended_at = moment where token_hash = hash and ended_at is null $$;
