-- A link and a PIN open what a guardian sees, for as long as they are a guardian and nothing else and have no
-- password: somebody at the school printed them, and must never come in as a colleague.
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
      or exists (select 1 from account a where a.person_id = s.person_id and a.password_hash is not null)));
  if not found then return; end if;
  perform open_transaction(found_session.district_id, found_session.person_id, moment, window_key, window_end);
  return query select found_session.id, found_session.account_id, found_session.person_id,
    found_session.district_id, found_session.last_seen_at,
    exists (select 1 from handover h where h.session_id = found_session.id
      and not exists (select 1 from handover_ending e where e.handover_id = h.id)),
    found_session.lasts_seconds;
end $$;
