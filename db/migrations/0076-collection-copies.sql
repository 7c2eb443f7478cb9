-- What a collection was at one moment, with the files it needs: what people agree to show, and what is kept of
-- a year. Nobody can alter one, not even by way of the collection or its pieces.
create table collection_copy (
  id uuid primary key,
  district_id uuid not null references district,
  collection_id uuid references collection on delete set null,
  learner_id uuid not null references person,
  kind text not null check (kind in ('showcase', 'year')),
  -- the year in which that school year began
  year integer,
  revision integer not null,
  content jsonb not null,
  copied_at timestamptz not null,
  check ((kind = 'year') = (year is not null))
);
create unique index collection_copy_of_year on collection_copy (collection_id, year) where kind = 'year';
create index collection_copy_of_learner on collection_copy (learner_id, kind);

create table collection_copy_media (
  copy_id uuid not null references collection_copy on delete cascade,
  district_id uuid not null references district,
  media_id uuid not null references media,
  primary key (copy_id, media_id)
);
create index collection_copy_media_of on collection_copy_media (media_id);

create table collection_copy_deletion (
  copy_id uuid not null references collection_copy on delete cascade,
  district_id uuid not null references district,
  deleted_by uuid not null references person,
  deleted_at timestamptz not null,
  restored_by uuid references person,
  restored_at timestamptz,
  primary key (copy_id, deleted_at)
);

create function refuse_altering() returns trigger language plpgsql as $$
begin
  -- an erased collection lets go of its copies, which stay as they are
  if new.collection_id is null and to_jsonb(new) - 'collection_id' = to_jsonb(old) - 'collection_id' then
    return new;
  end if;
  raise exception 'A copy of a collection is never altered';
end $$;
create trigger collection_copy_stays before update on collection_copy
  for each row execute function refuse_altering();
