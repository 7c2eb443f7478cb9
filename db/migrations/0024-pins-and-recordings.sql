-- What feedback can hold besides words: a recording, and the one place in the attempt that it points at.
alter table feedback add column media_id uuid references media;
create index feedback_with_media on feedback (media_id) where media_id is not null;
alter table reply add column media_id uuid references media;
create index reply_with_media on reply (media_id) where media_id is not null;
-- what learners of a class answered lately
create index reply_of_person on reply (replied_by, replied_at desc);

-- A pin names the part of the revision that was looked at: an edit of the attempt takes neither the place
-- nor the quoted words away.
create table pin (
  feedback_id uuid primary key references feedback on delete cascade,
  district_id uuid not null references district,
  iteration_id uuid not null,
  revision integer not null,
  position integer not null,
  kind text not null check (kind in ('spot', 'moment', 'words', 'page')),
  -- shares of the picture or page, from its upper left corner; a point has no width and no height
  area_x double precision check (area_x between 0 and 1),
  area_y double precision check (area_y between 0 and 1),
  area_width double precision check (area_width between 0 and 1),
  area_height double precision check (area_height between 0 and 1),
  from_second double precision check (from_second >= 0),
  to_second double precision check (to_second >= from_second),
  page integer check (page > 0),
  quote text,
  quote_start integer check (quote_start >= 0),
  foreign key (iteration_id, revision, position) references part on delete cascade,
  check (num_nulls(area_x, area_y, area_width, area_height) in (0, 4)),
  check (case kind
    when 'spot' then area_x is not null
    when 'moment' then from_second is not null
    when 'words' then quote is not null and quote_start is not null
    else page is not null end)
);
create index pin_on_part on pin (iteration_id, revision, position);

-- Feedback that its giver took back. Its words are shown to nobody any more, but that it was given and taken
-- back stays to be seen, and the words stay kept for whoever has the duty to look into it.
create table retraction (
  feedback_id uuid primary key references feedback on delete cascade,
  district_id uuid not null references district,
  why text not null default '',
  retracted_by uuid not null references person,
  retracted_at timestamptz not null
);
