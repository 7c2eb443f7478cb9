-- A try that turned out right is not one of the wrong ones: it alone is taken back, and those of others stay counted.
create function sign_in_failure_taken_back(name bytea) returns void
language sql security definer set search_path = public as
  $$ update sign_in_throttle set failures = greatest(failures - 1, 0) where name_hash = name $$;
