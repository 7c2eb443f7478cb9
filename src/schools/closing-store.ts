import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

/** The classes of a school that are not over: those that have begun, and those that have yet to. */
export async function classesOf({ db }: Context, schoolId: string) {
  const found = await sql<{ begun: number; toCome: number }>`
    select count(*) filter (where c.opens_on < cairn_today())::integer as begun,
      count(*) filter (where c.opens_on >= cairn_today())::integer as "toCome"
    from class c where c.school_id = ${schoolId} and c.closes_on >= cairn_today()`.execute(db)
  return found.rows[0] ?? { begun: 0, toCome: 0 }
}

export async function closingCalled({ db }: Context, id: string) {
  const found = await sql<{ schoolId: string }>`
    select x.school_id as "schoolId" from school_closing x where x.id = ${id}`.execute(db)
  return found.rows[0]
}

/** With every class of it, as if each had been archived by hand at this moment. */
export async function insertClosing({ db, viewer, now }: Context, id: string, schoolId: string) {
  await sql`insert into school_closing (id, district_id, school_id, closed_by, closed_at)
    values (${id}, ${viewer.districtId}, ${schoolId}, ${viewer.personId}, ${now})`.execute(db)
  await sql`
    insert into class_archiving (id, district_id, class_id, closes_before, archived_by, archived_at)
    select uuidv7(), c.district_id, c.id, c.closes_on, ${viewer.personId}, ${now}::timestamptz
    from class c where c.school_id = ${schoolId} and c.closes_on >= cairn_today()`.execute(db)
  await sql`update class c set closes_on = cairn_today() - 1
    where c.school_id = ${schoolId} and c.closes_on >= cairn_today()`.execute(db)
}

/** The classes that were archived with it stand again as they did; answers how many. */
export async function endClosing({ db, viewer, now }: Context, id: string): Promise<number> {
  const closing = sql`school_closing s where s.id = ${id}`
  const opened = await sql<{ id: string }>`
    with back as (
      update class_archiving x set reopened_by = ${viewer.personId}, reopened_at = ${now}
      where x.reopened_at is null and x.archived_at = (select s.closed_at from ${closing})
        and x.class_id in (select c.id from class c where c.school_id = (select s.school_id from ${closing}))
      returning x.class_id, x.closes_before)
    update class c set closes_on = b.closes_before from back b where c.id = b.class_id returning c.id`.execute(
    db,
  )
  await sql`update school_closing s set reopened_by = ${viewer.personId}, reopened_at = ${now}
    where s.id = ${id}`.execute(db)
  return opened.rows.length
}
