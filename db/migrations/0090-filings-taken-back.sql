-- What an adult filed to a learner and took back, because it was somebody else's: a deletion that is not its
-- learner's own. Nobody sees it meanwhile but whoever filed it; like every deletion it waits 30 days.
create view taken_back with (security_invoker = true) as
  select d.* from standing_deletion d join piece q on q.id = d.piece_id where d.deleted_by <> q.learner_id;

-- Where it went instead: the attempt of the learner whose it is.
create table filing_move (
  deletion_id uuid primary key references deletion on delete cascade,
  district_id uuid not null references district,
  iteration_id uuid not null references iteration on delete cascade
);
create index filing_move_to_iteration on filing_move (iteration_id);

-- Lists of what somebody filed begin with what they brought.
create index iteration_made_by on iteration (made_by, made_at desc);
create index goal_check_evidence_of_piece on goal_check_evidence (piece_id) where piece_id is not null;
