-- A roster that waits is kept in pieces: as one value that of a whole district was copied six times to be written or read.
-- Those kept so far are forgotten; the file can be brought again.
delete from roster_draft;
alter table roster_draft drop constraint roster_draft_pkey;
alter table roster_draft add column place integer not null check (place >= 0);
alter table roster_draft add column part text not null
  check (part in ('rest', 'people', 'enrollments', 'guardianships', 'rejected'));
alter table roster_draft add primary key (import_id, place);
