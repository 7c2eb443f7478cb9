-- Counted by their owner on behalf of whoever filled them: the right of one's own, MAINTAIN, is not there before
-- PostgreSQL 17, and lets more be done than counting.
create function count_anew(filled text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if filled not in ('competency', 'class', 'person', 'enrollment', 'guardianship', 'roster_key') then
    raise 'the rows of % are not counted by the application', filled;
  end if;
  execute format('analyze public.%I', filled);
end $$;
revoke execute on function count_anew from public;
grant execute on function count_anew to cairn_app;

do $$ begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'revoke maintain on competency, class, person, enrollment, guardianship, roster_key from cairn_app';
  end if;
end $$;
