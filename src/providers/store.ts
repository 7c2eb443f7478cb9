import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Database, type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { keyPairs } from '../provider-keys/store.ts'
import type { FindToLink, ListProviders, ListWaysIn } from './contract.ts'
import { mayDecide } from './policy.ts'
import type { Decided } from './provider.ts'

export async function readWaysIn(database: Database): Promise<OutputOf<typeof ListWaysIn>> {
  const found = await sql<OutputOf<typeof ListWaysIn>[number]>`
    select id, name, kind, district from providers_to_choose()`.execute(database)
  return found.rows
}

export async function districtOfProvider(database: Database, id: string): Promise<string | undefined> {
  const found = await sql<{ id: string | null }>`select district_of_provider(${id}::uuid) as id`.execute(
    database,
  )
  return found.rows[0]?.id ?? undefined
}

export async function mayDecideHere({ db, viewer }: Context): Promise<boolean> {
  const found = await sql<{ may: boolean }>`select ${mayDecide(person(viewer.personId))} as may`.execute(db)
  return found.rows[0]?.may ?? false
}

/** Support, let in, sees what is set; who somebody is, the office alone says. */
export function readProviders({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListProviders>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('providers', coalesce((
        select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'issuer', s.issuer,
          'clientId', s.client_id, 'signInAt', s.sign_in_at, 'certificates', to_json(s.certificates),
          'signOutAt', s.sign_out_at, 'signsRequests', s.signs_requests,
          'offersSignOut', s.offers_sign_out,
          ${keyPairs(sql<string>`s.id`)}, 'domains', s.domains, 'tenant', s.tenant, 'claim', s.claim,
          'identifier', s.identifier, 'revisedBy', usual_name(n), 'revisedAt', s.revised_at,
          'linked', (select count(*) from identity i where i.provider_id = s.id)) order by s.name, s.id)
        from standing_provider s join person n on n.id = s.revised_by), '[]'),
      'unmatched', coalesce((
        select json_agg(json_build_object('id', u.id, 'provider', s.name, 'saidName', u.said_name,
          'saidIdentifier', u.said_identifier, 'cameAt', u.came_at) order by u.came_at desc)
        from (select * from unmatched_identity u where not exists (select 1 from identity i
            where i.provider_id = u.provider_id and i.issuer = u.issuer and i.subject = u.subject)
          order by u.came_at desc limit 200) u
        join standing_provider s on s.id = u.provider_id
        where ${viewer.supportGrantId ?? null}::uuid is null), '[]'))::text as json
      where ${mayDecide(person(viewer.personId))}`,
  )
}

export type StandingProvider = Decided & { id: string; revisionId: string; sealedSecret: Buffer | null }

export async function providerCalled(
  { db }: Pick<Context, 'db'>,
  id: string,
): Promise<StandingProvider | undefined> {
  const found = await sql<StandingProvider>`
    select s.id, s.revision_id as "revisionId", s.kind, s.name, s.issuer, s.client_id as "clientId",
      s.client_secret as "sealedSecret", s.domains, s.tenant, s.claim, s.identifier,
      s.sign_in_at as "signInAt", s.certificates, s.sign_out_at as "signOutAt",
      s.signs_requests as "signsRequests", s.offers_sign_out as "offersSignOut"
    from standing_provider s where s.id = ${id}`.execute(db)
  return found.rows[0]
}

/** Whether that very revision is here already, for a write that is sent twice. */
export async function hasRevision({ db }: Context, revisionId: string, providerId: string): Promise<boolean> {
  const found = await sql`
    select 1 from provider_revision v where v.id = ${revisionId} and v.provider_id = ${providerId}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function insertProvider({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const result = await db
    .insertInto('provider')
    .values({ id, district_id: viewer.districtId, created_by: viewer.personId, created_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertRevision(
  { db, viewer, now }: Context,
  revision: Decided & { id: string; providerId: string; sealedSecret: Buffer | null },
): Promise<boolean> {
  const result = await db
    .insertInto('provider_revision')
    .values({
      id: revision.id,
      district_id: viewer.districtId,
      provider_id: revision.providerId,
      kind: revision.kind,
      name: revision.name,
      issuer: revision.issuer,
      client_id: revision.clientId,
      client_secret: revision.sealedSecret,
      sign_in_at: revision.signInAt,
      certificates: [...revision.certificates],
      sign_out_at: revision.signOutAt,
      signs_requests: revision.signsRequests,
      offers_sign_out: revision.offersSignOut,
      domains: [...revision.domains],
      tenant: revision.tenant,
      claim: revision.claim,
      identifier: revision.identifier,
      revised_by: viewer.personId,
      revised_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where the viewer decides about no such provider. */
export async function insertProviderClosing({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const closed = await sql`
    insert into provider_closing (provider_id, district_id, closed_by, closed_at)
    select p.id, p.district_id, ${viewer.personId}::uuid, ${now}::timestamptz from provider p
    where p.id = ${id} and ${mayDecide(person(viewer.personId))}
    on conflict (provider_id) do update set provider_id = excluded.provider_id returning provider_id`.execute(
    db,
  )
  return closed.rows.length > 0
}

/** Names and what they are here, as the office knows them; nothing of anybody's work. */
export function findPeople(
  { db, viewer }: Context,
  { words }: { words: string },
): Promise<JsonText<OutputOf<typeof FindToLink>>> {
  const pattern = `%${words.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'about', coalesce((
          select string_agg(distinct c.name, ', ') from open_enrollment e join class c on c.id = e.class_id
          where e.person_id = f.id), '')) order by f.name, f.id)
        from (select n.id, usual_name(n) as name from person n
          where usual_name(n) ilike ${pattern} order by usual_name(n), n.id limit 20) f), '[]')::text as json
      where ${mayDecide(person(viewer.personId))}`,
  )
}
