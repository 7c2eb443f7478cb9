-- A report on a remark is read by the teachers of that space until one of them has dealt with it, also when the work was
-- withdrawn or erased meanwhile: what was said, by whom and when, and to which work by its title on the day of the report.
alter table remark_report
  add column title text not null default '',
  add column learner_id uuid references person;
update remark_report r set title = p.title, learner_id = p.learner_id
  from remark k join piece p on p.id = k.piece_id where k.id = r.remark_id;
alter table remark_report alter column learner_id set not null;

-- The words outlive the work only while somebody waits for an answer; the night erases the others.
alter table remark alter column piece_id drop not null;
alter table remark drop constraint remark_piece_id_fkey;
alter table remark add constraint remark_piece_id_fkey foreign key (piece_id) references piece on delete set null;
