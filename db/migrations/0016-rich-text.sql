-- A text may have headings, lists, quotes and links. Its plain words stay in body, for all that only reads words.
alter table part add column rich jsonb;
alter table part add check (rich is null or kind = 'text');
