-- What a delta says is gone is looked for by the id the feed gave it; nobody pages through a feed's enrollments any more.
drop index enrollment_of_roster;
create index enrollment_of_roster on enrollment (roster_source, sourced_id) where roster_source is not null;

-- Rosters that nobody applied yet are kept in another form from here on; the file can be brought again.
delete from roster_draft;
