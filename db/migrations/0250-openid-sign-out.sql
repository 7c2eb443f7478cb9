-- Whether people who came by OpenID Connect may leave there too; where they do, the provider says itself.
alter table provider_revision add column offers_sign_out boolean not null default false;
alter table provider_revision add check (kind in ('entra', 'openid') or not offers_sign_out);

create or replace view standing_provider with (security_invoker = true) as
  select p.id, p.district_id, v.kind, v.name, v.issuer, v.client_id, v.client_secret, v.domains, v.tenant, v.claim,
    v.identifier, v.revised_by, v.revised_at, v.id as revision_id, v.sign_in_at, v.certificates, v.signs_requests,
    v.sign_out_at, v.offers_sign_out
  from provider p
  cross join lateral (select * from provider_revision v where v.provider_id = p.id
    order by v.revised_at desc, v.id desc limit 1) v
  where not exists (select 1 from provider_closing c where c.provider_id = p.id);

-- By OpenID Connect: the token that opened the session, sealed under the server's secret, to be shown back where its
-- person leaves. The session's index is then a keyed hash of what the provider calls it.
alter table provider_session add column id_token bytea;
create index provider_session_of_index on provider_session (provider_id, session_index);
create index provider_session_with_token on provider_session (session_id) where id_token is not null;
