-- A pair of keys of ours for each provider that speaks SAML: what we ask is signed with it, and what is meant for us
-- alone may be encrypted to it. The newest that was put to use signs; a newer one is shown beside it until then.
create table provider_key (
  id uuid primary key,
  district_id uuid not null references district,
  provider_id uuid not null references provider on delete cascade,
  certificate text not null,
  -- sealed under the server's secret
  private_key bytea not null,
  made_by uuid not null references person,
  made_at timestamptz not null
);
create index provider_key_of_provider on provider_key (provider_id, made_at desc, id desc);

create table provider_key_use (
  key_id uuid primary key references provider_key on delete cascade,
  district_id uuid not null references district,
  used_by uuid not null references person,
  used_at timestamptz not null
);

alter table provider_revision add column signs_requests boolean not null default false;
-- where people sign out there; without it that is not offered
alter table provider_revision add column sign_out_at text;
alter table provider_revision add check (kind = 'saml' or not signs_requests and sign_out_at is null);

create or replace view standing_provider with (security_invoker = true) as
  select p.id, p.district_id, v.kind, v.name, v.issuer, v.client_id, v.client_secret, v.domains, v.tenant, v.claim,
    v.identifier, v.revised_by, v.revised_at, v.id as revision_id, v.sign_in_at, v.certificates, v.signs_requests,
    v.sign_out_at
  from provider p
  cross join lateral (select * from provider_revision v where v.provider_id = p.id
    order by v.revised_at desc, v.id desc limit 1) v
  where not exists (select 1 from provider_closing c where c.provider_id = p.id);

-- What a provider calls a session that it opened here, so that either side can end it.
create table provider_session (
  session_id uuid primary key references session on delete cascade,
  district_id uuid not null references district,
  provider_id uuid not null references provider on delete cascade,
  name_id text not null,
  name_format text,
  name_qualifier text,
  name_qualifier_here text,
  session_index text,
  was_encrypted boolean not null,
  opened_at timestamptz not null
);
create index provider_session_of_name on provider_session (provider_id, name_id);
create index provider_session_by_time on provider_session (provider_id, opened_at desc);
