import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListSupport } from './contract.ts'
import { mayLetSupportIn } from './policy.ts'

const named = (id: ReturnType<typeof sql>) => sql`(select usual_name(n) from person n where n.id = ${id})`

export function readSupport({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListSupport>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object(
        'people', coalesce((select json_agg(json_build_object('id', p.person_id, 'name', ${named(sql`p.person_id`)},
          'host', p.host, 'hasStep', has_second_step(p.person_id)) order by p.named_at)
          from support_person p where p.ended_at is null), '[]'),
        'grants', coalesce((select json_agg(json_build_object('id', g.id, 'personId', g.person_id,
          'name', ${named(sql`g.person_id`)}, 'reason', g.reason, 'grantedBy', ${named(sql`g.granted_by`)},
          'grantedAt', g.granted_at, 'endsAt', g.ends_at,
          'ended', case when e.ended_at is not null then json_build_object('by', ${named(sql`e.ended_by`)}, 'at', e.ended_at)
            when p.ended_at < g.ends_at then json_build_object('by', p.host, 'at', p.ended_at) end,
          'looks', (select count(*) from logbook_line l where l.act = 'support.looked' and l.done_by = g.person_id
            and l.done_at >= g.granted_at and l.done_at <= coalesce(e.ended_at, p.ended_at, g.ends_at)),
          'stands', t.stands, 'lacksStep', t.stands and not has_second_step(g.person_id)) order by g.granted_at desc)
          from (select * from support_grant order by granted_at desc limit 50) g join support_person p on p.person_id = g.person_id
          left join support_grant_ending e on e.support_grant_id = g.id
          cross join lateral (select e.ended_at is null and p.ended_at is null and g.ends_at > cairn_now() as stands) t), '[]'),
        'may', json_build_object('letIn', ${viewer.supportGrantId ?? null}::uuid is null))::text as json
      where ${mayLetSupportIn(person(viewer.personId))}`,
  )
}

/** Somebody who was named and whom nothing else ties to the district. */
export async function whomToLetIn({ db, viewer }: Context, personId: string): Promise<boolean | undefined> {
  const found = await sql<{ named: boolean }>`
    select exists (select 1 from support_person p where p.person_id = ${personId} and p.ended_at is null
      and not exists (select 1 from enrollment e where e.person_id = p.person_id)
      and not exists (select 1 from guardianship g where g.guardian_id = p.person_id)
      and not exists (select 1 from duty y where y.person_id = p.person_id)) as named
    where ${mayLetSupportIn(person(viewer.personId))}`.execute(db)
  return found.rows[0]?.named
}

/** False when it is there already: sent twice it is one. */
export async function insertGrant(
  { db, viewer, now }: Context,
  grant: { id: string; personId: string; reason: string; endsAt: Date },
): Promise<boolean> {
  const result = await db
    .insertInto('support_grant')
    .values({
      id: grant.id,
      district_id: viewer.districtId,
      person_id: grant.personId,
      reason: grant.reason,
      granted_by: viewer.personId,
      granted_at: now,
      ends_at: grant.endsAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whose it was, if this was what ended it; undefined where there is none. */
export async function endGrant(
  { db, viewer, now }: Context,
  id: string,
): Promise<{ personId: string; fresh: boolean } | undefined> {
  const found = await sql<{ personId: string }>`
    select g.person_id as "personId" from support_grant g
    where g.id = ${id} and ${mayLetSupportIn(person(viewer.personId))}`.execute(db)
  const grant = found.rows[0]
  if (!grant) return undefined
  const ended = await db
    .insertInto('support_grant_ending')
    .values({
      support_grant_id: id,
      district_id: viewer.districtId,
      ended_by: viewer.personId,
      ended_at: now,
    })
    .onConflict((conflict) => conflict.column('support_grant_id').doNothing())
    .executeTakeFirst()
  return { ...grant, fresh: (ended.numInsertedOrUpdatedRows ?? 0n) > 0n }
}

export async function insertSupportPerson(
  db: Transaction,
  named: { personId: string; districtId: string; host: string; now: Date },
): Promise<void> {
  await db
    .insertInto('support_person')
    .values({
      person_id: named.personId,
      district_id: named.districtId,
      host: named.host,
      named_at: named.now,
    })
    .execute()
}

/** Whatever stands for them is over with it. Who it was; undefined when nobody of support has that name. */
export async function endSupportPerson(
  db: Transaction,
  username: string,
  now: Date,
): Promise<string | undefined> {
  const ended = await sql<{ personId: string }>`
    update support_person p set ended_at = ${now}::timestamptz from account a
    where a.person_id = p.person_id and a.username = ${username.trim().toLowerCase()} and p.ended_at is null
    returning p.person_id as "personId"`.execute(db)
  return ended.rows[0]?.personId
}
