import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { maySeatAs } from './policy.ts'

export type Role = 'student' | 'teacher'
export type NewSeat = { id: string; spaceId: string; personId: string; role: Role }

/** Whether the viewer may bring them in at that school; whether they are there already. Undefined for others. */
export async function seatable(
  { db, viewer }: Context,
  { schoolId, spaceId, personId, role }: Omit<NewSeat, 'id'> & { schoolId: string | null },
) {
  const found = await sql<{ isIn: boolean }>`
    select exists (select 1 from space_seat t
      where t.space_id = ${spaceId} and t.person_id = n.id and t.unseated_at is null) as "isIn"
    from person n join school k on k.id = ${schoolId}
    where n.id = ${personId} and ${maySeatAs(person(viewer.personId), role)}`.execute(db)
  return found.rows[0]
}

export async function insertSeat({ db, viewer, now }: Context, seat: NewSeat): Promise<void> {
  await db
    .insertInto('space_seat')
    .values({
      id: seat.id,
      district_id: viewer.districtId,
      space_id: seat.spaceId,
      person_id: seat.personId,
      role: seat.role,
      seated_by: viewer.personId,
      seated_at: now,
    })
    .execute()
}

export async function seatCalled({ db }: Context, id: string) {
  const found = await sql<Omit<NewSeat, 'id'> & { isEnded: boolean }>`
    select t.space_id as "spaceId", t.person_id as "personId", t.role, t.unseated_at is not null as "isEnded"
    from space_seat t where t.id = ${id}`.execute(db)
  return found.rows[0]
}

/** How many are in it: learners by seat, teachers by seat and being there still. */
export async function countSeats({ db }: Context, spaceId: string) {
  const found = await sql<{ learners: number; teachers: number }>`
    select (select count(*)::int from space_seat t
        where t.space_id = ${spaceId} and t.role = 'student' and t.unseated_at is null) as learners,
      (select count(*)::int from standing_seat t where t.space_id = ${spaceId} and t.role = 'teacher') as teachers`.execute(
    db,
  )
  return found.rows[0] ?? { learners: 0, teachers: 0 }
}

export async function endSeat({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('space_seat')
    .set({ unseated_by: viewer.personId, unseated_at: now })
    .where('id', '=', id)
    .where('unseated_at', 'is', null)
    .execute()
}
