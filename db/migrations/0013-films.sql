-- Films come in smaller copies, sounds with their shape.
alter table rendition drop constraint rendition_name_check;
alter table rendition add constraint rendition_name_check
  check (name in ('small', 'screen', 'full', 'page', 'download', 'medium', 'low', 'peaks'));

-- What a person should know about a file that is there; how often the worker has begun with it.
alter table media add column remarks text[] not null default '{}';
alter table media add column attempts smallint not null default 0;
