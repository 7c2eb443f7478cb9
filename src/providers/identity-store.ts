import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import type { SystemContext } from '../platform/transaction.ts'
import type { SessionThere } from './assertion.ts'
import { mayDecide } from './policy.ts'
import type { Identifier } from './provider.ts'

/** Somebody as a provider knows them. */
export type Someone = { providerId: string; issuer: string; subject: string }

/** Of two who come at once, or one who comes while they are linked, the second waits. */
export async function lockIdentities({ db }: Pick<SystemContext, 'db'>, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identities ${providerId}`}, 0))`.execute(db)
}

export async function personOf(
  { db }: SystemContext,
  { providerId, issuer, subject }: Someone,
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select i.person_id as id from identity i
    where i.provider_id = ${providerId} and i.issuer = ${issuer} and i.subject = ${subject}`.execute(db)
  return found.rows[0]?.id
}

/** The one person whom the roster calls so, as long as nobody else from that provider is them already. */
export async function personCalled(
  { db }: SystemContext,
  providerId: string,
  identifier: Identifier,
  value: string,
): Promise<string | undefined> {
  const named = sql`select coalesce(m.kept_id, a.person_id) as person_id from account a
    left join person_merge m on m.gone_id = a.person_id and m.undone_at is null where a.username = lower(${value})`
  const numbered = sql`select r.person_id from roster_identifier r where r.kind = ${identifier} and r.value = ${value}`
  const found = await sql<{ id: string }>`
    select f.person_id as id from (${identifier === 'username' ? named : numbered}) f
    where not exists (select 1 from identity i
      where i.provider_id = ${providerId} and i.person_id = f.person_id)`.execute(db)
  return found.rows.length === 1 ? found.rows[0]?.id : undefined
}

export async function insertIdentity(
  { db, now }: SystemContext,
  { providerId, issuer, subject }: Someone,
  who: { districtId: string; personId: string; linkedBy: string | null },
): Promise<boolean> {
  const kept = await sql`
    insert into identity (id, district_id, provider_id, issuer, subject, person_id, linked_by, linked_at)
    values (${newId()}, ${who.districtId}, ${providerId}, ${issuer}, ${subject}, ${who.personId},
      ${who.linkedBy}::uuid, ${now}::timestamptz)
    on conflict (provider_id, issuer, subject) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

export async function noteUnmatched(
  { db, now }: SystemContext,
  { providerId, issuer, subject }: Someone,
  said: { districtId: string; name: string; identifier: string },
): Promise<void> {
  await sql`
    insert into unmatched_identity (id, district_id, provider_id, issuer, subject, said_name, said_identifier, came_at)
    values (${newId()}, ${said.districtId}, ${providerId}, ${issuer}, ${subject}, ${said.name}, ${said.identifier},
      ${now}::timestamptz)
    on conflict (provider_id, issuer, subject) do update
      set came_at = excluded.came_at, said_name = excluded.said_name, said_identifier = excluded.said_identifier`.execute(
    db,
  )
}

/** Somebody who waits, for whoever decides; and who they were said to be, once they were. */
export async function unmatchedFor(
  { db, viewer }: Context,
  id: string,
): Promise<(Someone & { linkedTo: string | null }) | undefined> {
  const found = await sql<Someone & { linkedTo: string | null }>`
    select u.provider_id as "providerId", u.issuer, u.subject, (select i.person_id from identity i
      where i.provider_id = u.provider_id and i.issuer = u.issuer and i.subject = u.subject) as "linkedTo"
    from unmatched_identity u where u.id = ${id} and ${mayDecide(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** Whether there is such a person in the district, and whether somebody else from that provider is them. */
export async function whetherLinked(
  { db }: Context,
  providerId: string,
  personId: string,
): Promise<'nobody' | 'free' | 'taken'> {
  const found = await sql<{ taken: boolean }>`
    select exists (select 1 from identity i where i.provider_id = ${providerId} and i.person_id = n.id) as taken
    from person n where n.id = ${personId}`.execute(db)
  const row = found.rows[0]
  if (!row) return 'nobody'
  return row.taken ? 'taken' : 'free'
}

/** False when it let somebody in before. What could no longer be brought anyway is forgotten on the way. */
export async function useAssertion(
  { db, now }: SystemContext,
  used: { id: string; districtId: string; providerId: string; idHash: Buffer; runsOutAt: Date },
): Promise<boolean> {
  await sql`delete from used_assertion u where u.runs_out_at < ${now}::timestamptz`.execute(db)
  const kept = await sql`
    insert into used_assertion (id, district_id, provider_id, id_hash, runs_out_at)
    values (${used.id}, ${used.districtId}, ${used.providerId}, ${used.idHash}, ${used.runsOutAt}::timestamptz)
    on conflict (provider_id, id_hash) do nothing returning id`.execute(db)
  return kept.rows.length > 0
}

/** What a provider calls the session that it has just opened here. */
export async function noteSession(
  { db, now }: SystemContext,
  session: SessionThere & { providerId: string; id: string; districtId: string },
): Promise<void> {
  await sql`
    insert into provider_session (session_id, district_id, provider_id, name_id, name_format, name_qualifier,
      name_qualifier_here, session_index, was_encrypted, id_token, opened_at)
    values (${session.id}, ${session.districtId}, ${session.providerId}, ${session.nameId}, ${session.format},
      ${session.qualifier}, ${session.qualifierHere}, ${session.index}, ${session.encrypted},
      ${session.idToken ?? null}, ${now}::timestamptz)`.execute(db)
}

export async function latestSession(
  { db }: Pick<SystemContext, 'db'>,
  providerId: string,
): Promise<{ at: Date; encrypted: boolean } | undefined> {
  const found = await sql<{ at: Date; encrypted: boolean }>`
    select v.opened_at as at, v.was_encrypted as encrypted from provider_session v
    where v.provider_id = ${providerId} order by v.opened_at desc limit 1`.execute(db)
  return found.rows[0]
}
