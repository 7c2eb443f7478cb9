import { isClosed, person, runsDistrict } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { readJson } from '../platform/read-json.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ListKeptSchools } from './contract.ts'

/** What a roster called a school aliased `s`, where the office calls it otherwise. */
export const rosterSays = sql`(select y.instead_of from school_naming y where y.school_id = s.id
  order by y.named_at desc, y.id desc limit 1)`
const namedByHand = sql`(select y.name = s.name from school_naming y where y.school_id = s.id
  order by y.named_at desc, y.id desc limit 1)`
export const insteadOf = sql<string | null>`case when ${namedByHand} then ${rosterSays} end`

const isInRoster = sql`exists (select 1 from roster_key k where k.kind = 'school' and k.subject_id = s.id and k.left_on is null)`

export function readKeptSchools({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListKeptSchools>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with filled as (select e.school_id, count(distinct e.person_id) filter (where e.role = 'student') as learners,
          count(distinct e.person_id) filter (where e.role = 'teacher') as teachers
        from open_enrollment e group by e.school_id)
      select json_build_object('district', d.name, 'schools', coalesce((
        select json_agg(json_build_object('id', s.id, 'name', s.name, 'learners', coalesce(f.learners, 0),
          'teachers', coalesce(f.teachers, 0), 'classes', (select count(*) from class c
            where c.school_id = s.id and c.closes_on >= cairn_today()),
          'fromRoster', ${isInRoster},
          'leftRosterOn', case when not ${isInRoster} then (select max(k.left_on) from roster_key k
            where k.kind = 'school' and k.subject_id = s.id) end,
          'rosterName', case when ${isInRoster} then nullif(${insteadOf}, s.name) end,
          'closedAt', (select x.closed_at from school_closing x where x.school_id = s.id and x.reopened_at is null))
          order by s.name, s.id)
        from school s left join filled f on f.school_id = s.id), '[]'))::text as json
      from district d where ${runsDistrict(person(viewer.personId))}`,
  )
}

/** Without a row there is no list of schools to keep. */
export async function keepsSchools({ db, viewer }: Context): Promise<{ allowed: boolean } | undefined> {
  const found = await sql<{ allowed: boolean }>`
    select true as allowed where ${runsDistrict(person(viewer.personId))}`.execute(db)
  return found.rows[0]
}

/** Locked before it is read, so that the second of two who change one school reads what the first wrote. */
export async function schoolFor(db: Transaction, id: string) {
  await sql`select from school s where s.id = ${id} for update`.execute(db)
  const found = await sql<{ name: string; instead: string | null; closingId: string | null }>`
    select s.name, ${insteadOf} as instead,
      (select x.id from school_closing x where x.school_id = s.id and x.reopened_at is null) as "closingId"
    from school s where s.id = ${id}`.execute(db)
  return found.rows[0]
}

/** Nothing is opened at a school that is closed, nor at one that somebody closes at this moment. */
export async function mustBeOpen({ db }: Context, schoolId: string): Promise<void> {
  await sql`select from school s where s.id = ${schoolId} for share`.execute(db)
  const found = await sql`select 1 where ${isClosed(sql<string>`${schoolId}::uuid`)}`.execute(db)
  if (found.rows.length > 0) throw new Refusal('school_closed')
}

export async function isNameOfSchool(db: Transaction, id: string, name: string): Promise<boolean> {
  const found = await sql`
    select 1 from school s where s.id <> ${id} and lower(s.name) = lower(${name})`.execute(db)
  return found.rows.length > 0
}

type Naming = { districtId: string; schoolId: string; name: string; insteadOf: string }

/** By nobody where whoever has the machine says so. */
export async function nameSchoolSo(
  { db, now }: { db: Transaction; now: Date },
  { districtId, schoolId, name, insteadOf: instead }: Naming,
  by: string | null,
): Promise<void> {
  await sql`insert into school_naming (id, district_id, school_id, name, instead_of, named_by, named_at)
    values (${newId()}, ${districtId}, ${schoolId}, ${name}, ${instead}, ${by}, ${now})`.execute(db)
  await db.updateTable('school').set({ name }).where('id', '=', schoolId).execute()
}

/** False when the id is taken already. */
export async function insertSchoolOnce(
  { db, viewer }: Context,
  { id, name }: { id: string; name: string },
): Promise<boolean> {
  const made = await db
    .insertInto('school')
    .values({ id, name, district_id: viewer.districtId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function districtName(db: Transaction): Promise<string> {
  const found = await sql<{ name: string }>`select d.name from district d`.execute(db)
  return found.rows[0]?.name ?? ''
}

export async function nameDistrictSo(db: Transaction, name: string): Promise<void> {
  await sql`select name_district(${name})`.execute(db)
}
