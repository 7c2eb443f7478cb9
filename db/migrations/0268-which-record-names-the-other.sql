-- Which record of a roster names the other: what only changed is heard of the records that say something of the tie.
-- Until a roster says it anew, a tie is taken to be said by the learner's record, as it was before.
alter table guardianship add column learner_says boolean not null default true;
-- The key of the record: an adult may have several, and the one of a teacher says nothing of their own children.
alter table guardianship add column guardian_says text;
alter table roster_server drop column adults_name;
