-- Whose judgement a competency takes stands with the competency too, so that a table of teachers' judgements can
-- be held to it: (competency_id, judged_by) references competency (id, judged_by), check (judged_by = 'teacher').
-- So no level of any scale can ever be written at a Core Competency (test/walls/scales.test.ts).
alter table framework add constraint framework_judged_by unique (id, judged_by);
alter table framework add constraint core_competencies_are_the_learners
  check (pack is distinct from 'bc/core-competencies' or judged_by = 'learner');

alter table competency add column judged_by text default 'learner' check (judged_by in ('learner', 'teacher'));
update competency c set judged_by = w.judged_by from framework w where w.id = c.framework_id;
alter table competency alter column judged_by set not null;
alter table competency add constraint competency_judged_by unique (id, judged_by);
alter table competency add constraint competency_judged_as_its_framework
  foreign key (framework_id, judged_by) references framework (id, judged_by);

-- Written by whoever adds an item, also by the version before this one.
create function judged_as_its_framework() returns trigger language plpgsql as $$
begin
  select w.judged_by into new.judged_by from framework w where w.id = new.framework_id;
  return new;
end $$;
create trigger judged_as_its_framework before insert on competency
  for each row execute function judged_as_its_framework();
