-- Whoever signs in where somebody else still was takes the device over: the session before ends, whichever district
-- it belongs to. It is found by its token alone, before any district is known.
create function end_session_before(hash bytea, moment timestamptz) returns void
language sql security definer set search_path = public as
  $$ update session set ended_at = moment where token_hash = hash and ended_at is null $$;

-- A provider may speak SAML 2.0 instead of OpenID Connect: then it has an address to sign in at and the certificates
-- it signs with, and neither client nor secret.
alter table provider_revision drop constraint provider_revision_kind_check;
alter table provider_revision add constraint provider_revision_kind_check
  check (kind in ('google', 'entra', 'openid', 'saml'));
alter table provider_revision alter column client_secret drop not null;
alter table provider_revision add column sign_in_at text;
alter table provider_revision add column certificates text[] not null default '{}';
alter table provider_revision add check ((kind = 'saml') = (sign_in_at is not null));
alter table provider_revision add check ((kind = 'saml') = (client_secret is null));

create or replace view standing_provider with (security_invoker = true) as
  select p.id, p.district_id, v.kind, v.name, v.issuer, v.client_id, v.client_secret, v.domains, v.tenant, v.claim,
    v.identifier, v.revised_by, v.revised_at, v.id as revision_id, v.sign_in_at, v.certificates
  from provider p
  cross join lateral (select * from provider_revision v where v.provider_id = p.id
    order by v.revised_at desc, v.id desc limit 1) v
  where not exists (select 1 from provider_closing c where c.provider_id = p.id);

-- An assertion lets somebody in once. It is forgotten when it would no longer be taken anyway.
create table used_assertion (
  id uuid primary key,
  district_id uuid not null references district,
  provider_id uuid not null references provider on delete cascade,
  -- sha-256 of the assertion's own id
  id_hash bytea not null,
  runs_out_at timestamptz not null,
  unique (provider_id, id_hash)
);
create index used_assertion_by_end on used_assertion (runs_out_at);
