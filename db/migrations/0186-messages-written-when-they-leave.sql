-- What a message is about. Its words are written at the moment it leaves, because a letter that waited overnight
-- must not say what is no longer so, nor reach somebody whose tie to a child ended meanwhile.
alter table message add column about text check (about in ('digest', 'welcome'));
alter table message add column about_id uuid;
alter table message add check ((about is null) = (about_id is null));
create index message_about on message (about_id) where about_id is not null;

update message m set about = 'digest', about_id = g.id, subject = null, body = null, html = null, ends_at_address = null
  from digest g where g.message_id = m.id;

-- how a link travels is told by the messages about it
alter table welcome drop column mailed_at;
