-- Behind the wall of whoever asks: every passkey of an account ends.
create function end_passkeys(account uuid, moment timestamptz) returns void
language sql set search_path = public as
  $$ update passkey set ended_at = moment where account_id = account and ended_at is null $$;
