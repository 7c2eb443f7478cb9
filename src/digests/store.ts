import { isClosed, person } from '../access/relations.ts'
import type { Reader } from '../people/reader-store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListDigestRules } from './contract.ts'
import { type DigestTells, type DigestWay, usualDay, usualHour } from './digest.ts'
import { getsDigests, setsDigestRule } from './policy.ts'

/** What a school lets leave; that there is something new, until it says otherwise. */
export const ruleOf = (school: RawBuilder<string>) => sql<DigestTells>`coalesce((
  select r.tells from digest_rule r where r.school_id = ${school} order by r.set_at desc, r.id desc limit 1), 'notice')`

/** Of a learner: the most careful of their schools counts. */
export const tellsOf = (learner: RawBuilder<string>) => sql<DigestTells>`(
  select case min(case ${ruleOf(sql<string>`e.school_id`)} when 'nothing' then 0 when 'notice' then 1 else 2 end)
    when 0 then 'nothing' when 2 then 'words' else 'notice' end
  from open_enrollment e where e.person_id = ${learner} and e.role = 'student')`

export type Choice = { way: DigestWay; weekday: number; hour: number }
export type Chosen = Choice & {
  email: string | null
  phone: string | null
  children: { name: string; tells: DigestTells }[]
}

/** Undefined for whoever guards nobody. Without a choice of their own: mail where it is known, else a text. */
export async function readDigestChoice({ db, viewer }: Reader): Promise<Chosen | undefined> {
  const me = person(viewer.personId)
  const found = await sql<Chosen>`
    select ${usualWay} as way, coalesce(c.weekday, ${usualDay}::smallint)::integer as weekday,
      coalesce(c.hour, ${usualHour}::smallint)::integer as hour, t.email, t.phone,
      (select json_agg(json_build_object('name', n.given_name, 'tells', ${tellsOf(sql<string>`n.id`)}) order by n.given_name)
        from guards g join person n on n.id = g.learner_id where g.guardian_id = ${me}) as children
    from (select ${me} as id) x left join lateral ${latestChoice(sql<string>`x.id`)} c on true
      left join contact t on t.person_id = x.id
    where ${getsDigests(me)}`.execute(db)
  return found.rows[0]
}

export const latestChoice = (of: RawBuilder<string>) => sql`(
  select c.* from digest_choice c where c.person_id = ${of} order by c.chosen_at desc, c.id desc limit 1)`

/** Of a choice `c` and a contact `t`. */
export const usualWay = sql<DigestWay>`coalesce(c.way, case when t.email is not null then 'mail'
  when t.phone is not null then 'text' else 'mail' end)`

export async function insertDigestChoice(
  db: Transaction,
  choice: Choice & { personId: string; districtId: string; byLink: boolean },
  now: Date,
): Promise<void> {
  await db
    .insertInto('digest_choice')
    .values({
      id: newId(),
      district_id: choice.districtId,
      person_id: choice.personId,
      way: choice.way,
      weekday: choice.weekday,
      hour: choice.hour,
      by_link: choice.byLink,
      chosen_at: now,
    })
    .execute()
}

export function readDigestRules({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDigestRules>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name),
        'tells', ${ruleOf(sql<string>`s.id`)}) order by s.name), '[]')::text as json
      from school s where ${setsDigestRule(person(viewer.personId), sql<string>`s.id`)}
        and not ${isClosed(sql<string>`s.id`)}`,
  )
}

export async function maySetDigestRule({ db, viewer }: Context, schoolId: string) {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed from school s
    where s.id = ${schoolId} and ${setsDigestRule(person(viewer.personId), sql<string>`s.id`)}`.execute(db)
  return found.rows[0]
}

export async function readDigestRule({ db }: Context, schoolId: string): Promise<DigestTells> {
  const found = await sql<{
    tells: DigestTells
  }>`select ${ruleOf(sql<string>`${schoolId}::uuid`)} as tells`.execute(db)
  return found.rows[0]?.tells ?? 'notice'
}

export async function insertDigestRule(
  { db, viewer, now }: Context,
  schoolId: string,
  tells: DigestTells,
): Promise<void> {
  await db
    .insertInto('digest_rule')
    .values({
      id: newId(),
      district_id: viewer.districtId,
      school_id: schoolId,
      tells,
      set_by: viewer.personId,
      set_at: now,
    })
    .execute()
}
