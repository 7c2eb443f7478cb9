-- A place of the district's own where its people sign in already (OpenID Connect). What was decided about one is
-- kept revision by revision; the newest holds.
create table provider (
  id uuid primary key,
  district_id uuid not null references district,
  created_by uuid not null references person,
  created_at timestamptz not null
);

create table provider_revision (
  id uuid primary key,
  district_id uuid not null references district,
  provider_id uuid not null references provider on delete cascade,
  kind text not null check (kind in ('google', 'entra', 'openid')),
  name text not null,
  issuer text not null,
  client_id text not null,
  -- sealed with the server's secret; the table alone opens nothing at the provider
  client_secret bytea not null,
  -- Google: only accounts of these domains. Entra: only this tenant.
  domains text[] not null default '{}',
  tenant text,
  -- which claim says which identifier of the roster; without one, everybody new waits to be linked by hand
  claim text,
  identifier text check (identifier in ('student_number', 'staff_number', 'username')),
  check ((claim is null) = (identifier is null)),
  revised_by uuid not null references person,
  revised_at timestamptz not null
);
create index provider_revision_of_provider on provider_revision (provider_id, revised_at desc, id desc);

create table provider_closing (
  provider_id uuid primary key references provider on delete cascade,
  district_id uuid not null references district,
  closed_by uuid not null references person,
  closed_at timestamptz not null
);

create view standing_provider with (security_invoker = true) as
  select p.id, p.district_id, v.kind, v.name, v.issuer, v.client_id, v.client_secret, v.domains, v.tenant, v.claim,
    v.identifier, v.revised_by, v.revised_at, v.id as revision_id
  from provider p
  cross join lateral (select * from provider_revision v where v.provider_id = p.id
    order by v.revised_at desc, v.id desc limit 1) v
  where not exists (select 1 from provider_closing c where c.provider_id = p.id);

-- What a roster calls somebody, beside its own key. Exactly one person of a district has a number.
create table roster_identifier (
  id uuid primary key,
  district_id uuid not null references district,
  person_id uuid not null references person,
  kind text not null check (kind in ('student_number', 'staff_number')),
  value text not null,
  unique (district_id, kind, value)
);
create index roster_identifier_of_person on roster_identifier (person_id);

-- Who somebody at a provider is here: by issuer and subject alone, never by a name or an address.
create table identity (
  id uuid primary key,
  district_id uuid not null references district,
  provider_id uuid not null references provider,
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  -- nobody where the roster's identifier said so
  linked_by uuid references person,
  linked_at timestamptz not null,
  unique (provider_id, issuer, subject)
);
create index identity_of_person on identity (person_id);

-- Who came from a provider and is nobody here yet.
create table unmatched_identity (
  id uuid primary key,
  district_id uuid not null references district,
  provider_id uuid not null references provider on delete cascade,
  issuer text not null,
  subject text not null,
  -- as the provider says, for whoever links them; nothing is matched by it
  said_name text not null default '',
  said_identifier text not null default '',
  came_at timestamptz not null,
  unique (provider_id, issuer, subject)
);

-- Before the district is known: what the sign-in page shows, and the one provider that is gone to.
create function providers_to_choose() returns table (id uuid, name text, kind text, district text)
language sql stable security definer set search_path = public as $$
  select p.id, p.name, p.kind, d.name from standing_provider p join district d on d.id = p.district_id
  order by d.name, p.name
$$;

create function district_of_provider(wanted uuid) returns uuid
language sql stable security definer set search_path = public as
  $$ select p.district_id from standing_provider p where p.id = wanted $$;
