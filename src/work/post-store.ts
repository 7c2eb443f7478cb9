import { person, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

/** The space of a class the viewer teaches, if every one of these learners is a student of it today. */
export async function spaceTaughtTo(
  { db, viewer }: Context,
  classId: string,
  learnerIds: string[],
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select c.id from space c
    where c.class_id = ${classId} and ${teachesIn(person(viewer.personId), sql<string>`c.id`)}
      and ${learnerIds.length}::int = (select count(*) from belongs b
        where b.space_id = c.id and b.role = 'student' and b.person_id = any(${learnerIds}::uuid[]))`.execute(
    db,
  )
  return found.rows[0]?.id
}
