-- A question may be a whole school's, for one band of grades, and in both languages: words in English (or in
-- the only language there is), french where it was written too.
alter table own_prompt alter column class_id drop not null;
alter table own_prompt add column school_id uuid references school;
alter table own_prompt add column band text check (band in ('k2', '35', '69', '1012'));
alter table own_prompt add column french text not null default '';
alter table own_prompt add constraint own_prompt_of_one check ((class_id is null) <> (school_id is null));
create index own_prompt_of_school on own_prompt (school_id) where school_id is not null;
