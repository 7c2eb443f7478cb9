-- Whoever was made one with somebody else comes in as them: their own passkey rests, as their name and password do.
create or replace function passkey_called(credential text) returns table (
  passkey_id uuid, account_id uuid, person_id uuid, district_id uuid, public_key bytea, counter bigint
) language sql stable security definer set search_path = public as $$
  select k.id, k.account_id, a.person_id, k.district_id, k.public_key, k.counter
  from passkey k join account a on a.id = k.account_id
  where k.credential_id = credential and k.ended_at is null
    and not exists (select 1 from person_merge m where m.gone_id = a.person_id and m.undone_at is null)
$$;

-- The command line helps too: then nobody gave it.
alter table second_step_help alter column given_by drop not null;
