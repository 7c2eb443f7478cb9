import { newId } from '../platform/new-id.ts'
import { type Database, sql, type Transaction } from '../platform/database.ts'

export async function allDistricts(db: Database): Promise<string[]> {
  const found = await sql<{ id: string }>`select all_districts() as id`.execute(db)
  return found.rows.map(({ id }) => id)
}

export type PlaceOfWork = { kind: string; id: string; name: string }

/** The district, its schools and its classes, so that the next command can name them. */
export async function listPlaces(db: Transaction): Promise<PlaceOfWork[]> {
  const found = await sql<PlaceOfWork>`
    select kind, id, name from (
      select 1 as place, 'district' as kind, id, name from district
      union all select 2, 'school', id, name from school
      union all select 3, 'class', id, name from class) listed order by place, name`.execute(db)
  return found.rows
}

/** The day it is in the district, which in the evening is not yet the day it is in Greenwich. */
export async function dayHere(db: Transaction): Promise<string> {
  const found = await sql<{ day: string }>`select cairn_today()::text as day`.execute(db)
  return found.rows[0]?.day ?? ''
}

/** A foreign key sees over the wall between districts; this does not. */
export async function isHere(
  db: Transaction,
  kind: 'school' | 'class' | 'person',
  id: string,
): Promise<boolean> {
  const found = await db.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

export async function insertSchool(
  db: Transaction,
  school: { id: string; districtId: string; name: string },
): Promise<void> {
  const { id, name, districtId } = school
  await db.insertInto('school').values({ id, name, district_id: districtId }).execute()
}

export async function findClass(db: Transaction, id: string) {
  return db
    .selectFrom('class')
    .select(['name', 'school_id as schoolId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Every class has its space. False when the id is taken already. */
export async function insertClass(
  db: Transaction,
  one: { id: string; districtId: string; schoolId: string; name: string; opensOn: string; closesOn: string },
): Promise<boolean> {
  const own = { district_id: one.districtId, name: one.name }
  const made = await db
    .insertInto('class')
    .values({ ...own, id: one.id, school_id: one.schoolId, opens_on: one.opensOn, closes_on: one.closesOn })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await db
    .insertInto('space')
    .values({ ...own, id: newId(), class_id: one.id })
    .execute()
  return true
}

type Tie = { districtId: string; personId: string; openedOn: string }

export async function insertEnrollment(
  db: Transaction,
  tie: Tie & { classId: string; role: 'student' | 'teacher'; grade: string | undefined },
): Promise<void> {
  await db
    .insertInto('enrollment')
    .values({
      id: newId(),
      district_id: tie.districtId,
      class_id: tie.classId,
      person_id: tie.personId,
      role: tie.role,
      grade: tie.grade ?? null,
      opened_on: tie.openedOn,
    })
    .execute()
}

export async function insertGuardianship(
  db: Transaction,
  tie: Tie & { learnerId: string; relationship: string },
): Promise<void> {
  await db
    .insertInto('guardianship')
    .values({
      id: newId(),
      district_id: tie.districtId,
      learner_id: tie.learnerId,
      guardian_id: tie.personId,
      relationship: tie.relationship,
      opened_on: tie.openedOn,
    })
    .execute()
}

/** Without a school it is a duty in the whole district. */
export async function insertDuty(
  db: Transaction,
  tie: Tie & { schoolId: string | undefined; kind: string },
): Promise<void> {
  await db
    .insertInto('duty')
    .values({
      id: newId(),
      district_id: tie.districtId,
      person_id: tie.personId,
      school_id: tie.schoolId ?? null,
      kind: tie.kind,
      opened_on: tie.openedOn,
    })
    .execute()
}
