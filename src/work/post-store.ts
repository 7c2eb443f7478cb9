import { isAt, person, teachesIn, type Where } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

/** The space the viewer teaches in, if every one of these learners is a student of it today. */
export async function spaceTaughtTo(
  { db, viewer }: Context,
  where: Where,
  learnerIds: string[],
): Promise<{ id: string; byHand: boolean } | undefined> {
  const found = await sql<{ id: string; byHand: boolean }>`
    select s.id, s.class_id is null as "byHand" from space s
    where ${isAt(where)} and ${teachesIn(person(viewer.personId), sql<string>`s.id`)}
      and ${learnerIds.length}::int = (select count(*) from belongs b
        where b.space_id = s.id and b.role = 'student' and b.person_id = any(${learnerIds}::uuid[]))`.execute(
    db,
  )
  return found.rows[0]
}
