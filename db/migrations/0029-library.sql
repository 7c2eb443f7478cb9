-- An activity as it stood at one revision, put where colleagues find it: their school's or the district's
-- library. One's own library is simply one's own activities.
create table library_item (
  id uuid primary key,
  district_id uuid not null references district,
  activity_id uuid not null references activity on delete cascade,
  revision integer not null,
  shelf text not null check (shelf in ('school', 'district')),
  school_id uuid not null references school,
  published_by uuid not null references person,
  published_at timestamptz not null,
  foreign key (activity_id, revision) references activity_revision on delete cascade
);
create index library_item_on_shelf on library_item (shelf, school_id, published_at desc);
create index library_item_of_activity on library_item (activity_id);

create table library_withdrawal (
  item_id uuid primary key references library_item on delete cascade,
  district_id uuid not null references district,
  withdrawn_by uuid not null references person,
  withdrawn_at timestamptz not null
);

create view live_library_item with (security_invoker = true) as
  select i.* from library_item i where not exists (select 1 from library_withdrawal w where w.item_id = i.id);

-- Where a copied activity came from. It stays when the one it was copied from is gone.
create table activity_origin (
  activity_id uuid primary key references activity on delete cascade,
  district_id uuid not null references district,
  from_activity_id uuid references activity on delete set null,
  title text not null,
  made_by uuid not null references person,
  school_id uuid not null references school,
  copied_by uuid not null references person,
  copied_at timestamptz not null
);
create index activity_origin_from on activity_origin (from_activity_id);
