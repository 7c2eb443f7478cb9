-- A guest has no account: what a guest brings was brought by nobody we know.
alter table media alter column uploaded_by drop not null;

-- A slip may be spoken or drawn, with words or without. The digest tells a form that is sent again from another file.
alter table slip add column media_id uuid references media deferrable initially deferred;
alter table slip add column digest bytea;
alter table slip add constraint slip_says_something check (words <> '' or media_id is not null);
create index slip_of_media on slip (media_id) where media_id is not null;
