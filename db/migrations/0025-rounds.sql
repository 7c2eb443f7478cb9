-- What an attempt asks to be looked at this time. The latest one counts; empty words lift it.
create table focus (
  id uuid primary key,
  district_id uuid not null references district,
  iteration_id uuid not null references iteration on delete cascade,
  words text not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
create index focus_of_iteration on focus (iteration_id, set_at desc);

-- An attempt goes back to its learner for another go, with what to try. It is over when the next attempt is
-- made, when the teacher takes it back, or when the learner says why there will be none.
create table iteration_return (
  id uuid primary key,
  district_id uuid not null references district,
  iteration_id uuid not null references iteration on delete cascade,
  try_next text not null,
  returned_by uuid not null references person,
  returned_at timestamptz not null
);
create index return_of_iteration on iteration_return (iteration_id, returned_at desc);

create table return_withdrawal (
  return_id uuid primary key references iteration_return on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

create table return_answer (
  return_id uuid primary key references iteration_return on delete cascade,
  district_id uuid not null references district,
  why text not null,
  answered_by uuid not null references person,
  answered_at timestamptz not null
);

-- Something to look at beside the work. Pointing at another piece never shows it to anybody who may not see
-- it by itself: that rule is asked again whenever it is read.
create table exemplar (
  id uuid primary key,
  district_id uuid not null references district,
  piece_id uuid not null references piece on delete cascade,
  feedback_id uuid references feedback on delete cascade,
  kind text not null check (kind in ('text', 'media', 'link', 'work')),
  body text,
  url text,
  media_id uuid references media,
  shown_piece_id uuid references piece on delete cascade,
  caption text not null default '',
  alt text not null default '',
  placed_by uuid not null references person,
  placed_at timestamptz not null,
  check (case kind when 'text' then body is not null when 'link' then url is not null
    when 'media' then media_id is not null else shown_piece_id is not null end)
);
create index exemplar_of_piece on exemplar (piece_id, placed_at);
create index exemplar_of_feedback on exemplar (feedback_id) where feedback_id is not null;
create index exemplar_with_media on exemplar (media_id) where media_id is not null;
create index exemplar_showing on exemplar (shown_piece_id) where shown_piece_id is not null;

create table exemplar_removal (
  exemplar_id uuid primary key references exemplar on delete cascade,
  district_id uuid not null references district,
  removed_by uuid not null references person,
  removed_at timestamptz not null
);
