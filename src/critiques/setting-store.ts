import { person, seesSpace, teachesIn } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'

/** Finds the space whose setting is to be changed: undefined for those who do not belong to it. */
export async function spaceFor({ db, viewer }: Context, spaceId: string) {
  const me = person(viewer.personId)
  const space = sql<string>`c.id`
  const found = await sql<{ allowed: boolean }>`
    select ${teachesIn(me, space)} as allowed from space c where c.id = ${spaceId} and ${seesSpace(me, space)}`.execute(
    db,
  )
  return found.rows[0]
}

/** False when the id is taken already. */
export async function insertSetting(
  { db, viewer, now }: Context,
  setting: { id: string; spaceId: string; allowed: boolean },
): Promise<boolean> {
  const result = await db
    .insertInto('peer_setting')
    .values({
      id: setting.id,
      district_id: viewer.districtId,
      space_id: setting.spaceId,
      allowed: setting.allowed,
      set_by: viewer.personId,
      set_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptSetting({ db }: Context, id: string) {
  return db
    .selectFrom('peer_setting')
    .select(['space_id as spaceId', 'allowed', 'set_by as setBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The space of a class the viewer belongs to, and whether its learners may answer each other. */
export async function classFor({ db, viewer }: Context, classId: string) {
  const me = person(viewer.personId)
  const space = sql<string>`c.id`
  const found = await sql<{ allowed: boolean; spaceId: string; peersMay: boolean }>`
    select ${teachesIn(me, space)} as allowed, c.id as "spaceId", coalesce((
      select s.allowed from peer_setting s where s.space_id = c.id order by s.set_at desc, s.id desc limit 1), false) as "peersMay"
    from space c where c.class_id = ${classId} and ${seesSpace(me, space)}`.execute(db)
  return found.rows[0]
}
