import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { mayKeepKeys } from './policy.ts'
import type { KeptKey } from './provider-key.ts'

/** The newest, whether it is used yet or not, and those in use before it; what was made and passed over counts no more. */
export async function keysOf({ db }: Pick<SystemContext, 'db'>, providerId: string): Promise<KeptKey[]> {
  const found = await sql<KeptKey>`
    select k.id, k.certificate, k.private_key as sealed, k.used
    from (select *, exists (select 1 from provider_key_use u where u.key_id = one.id) as used,
        row_number() over (order by one.made_at desc, one.id desc) as place
      from provider_key one where one.provider_id = ${providerId}) k
    where k.used or k.place = 1 order by k.place limit 3`.execute(db)
  return found.rows
}

/** The name of the provider, where it speaks SAML and the viewer decides about its keys. */
export async function providerToKeep({ db, viewer }: Context, id: string): Promise<string | undefined> {
  const found = await sql<{ name: string }>`
    select s.name from standing_provider s
    where s.id = ${id} and s.kind = 'saml' and ${mayKeepKeys(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.name
}

export async function providerOfKey({ db }: Context, keyId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select k.provider_id as id from provider_key k where k.id = ${keyId}`.execute(db)
  return found.rows[0]?.id
}

/** Of two who make or switch one at once, the second waits. */
export async function lockKeys({ db }: Context, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`keys ${providerId}`}, 0))`.execute(db)
}

export async function insertKey(
  { db, viewer, now }: Context,
  key: { id: string; providerId: string; certificate: string; sealed: Buffer },
): Promise<boolean> {
  const kept = await sql`
    insert into provider_key (id, district_id, provider_id, certificate, private_key, made_by, made_at)
    values (${key.id}, ${viewer.districtId}, ${key.providerId}, ${key.certificate}, ${key.sealed},
      ${viewer.personId}, ${now}::timestamptz)
    on conflict (id) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

export async function insertKeyUse({ db, viewer, now }: Context, keyId: string): Promise<void> {
  await sql`
    insert into provider_key_use (key_id, district_id, used_by, used_at)
    values (${keyId}, ${viewer.districtId}, ${viewer.personId}, ${now}::timestamptz)
    on conflict (key_id) do nothing`.execute(db)
}

/** What `standing` says of a provider's keys, as names and values for json_build_object; never a key itself. */
export const keyPairs = (provider: RawBuilder<string>): RawBuilder<unknown> => sql`
  'keyMadeAt', (select to_json(k.made_at) from provider_key k join provider_key_use u on u.key_id = k.id
    where k.provider_id = ${provider} order by k.made_at desc, k.id desc limit 1),
  'nextKey', (select case when u.key_id is null then json_build_object('id', k.id, 'madeAt', k.made_at) end
    from provider_key k left join provider_key_use u on u.key_id = k.id
    where k.provider_id = ${provider} order by k.made_at desc, k.id desc limit 1)`
