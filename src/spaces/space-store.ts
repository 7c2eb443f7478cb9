import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { opensSpacesAt, seesRoom, spaceActs } from './policy.ts'
import type { Kind } from './space.ts'

/** Undefined where it is not shown to the viewer; held, so that two things done to one space follow each other. */
export async function spaceFor({ db, viewer }: Context, id: string, act: keyof ReturnType<typeof spaceActs>) {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean; kind: Kind; name: string; schoolId: string | null }>`
    select ${spaceActs(me)[act]} as allowed, o.kind, o.name, o.school_id as "schoolId"
    from space o where o.id = ${id} and ${seesRoom(me)} for update of o`.execute(db)
  return found.rows[0]
}

/** Never under the id of a class, by which pages of that class call its space. */
export async function opensHere(
  { db, viewer }: Context,
  { id, schoolId }: { id: string; schoolId: string },
): Promise<boolean> {
  const found = await sql`
    select 1 from school k where k.id = ${schoolId} and ${opensSpacesAt(person(viewer.personId))}
      and not exists (select 1 from class c where c.id = ${id})`.execute(db)
  return found.rows.length > 0
}

type NewSpace = { id: string; kind: Kind; schoolId: string; name: string }

/** False when the id is taken already. */
export async function insertSpace({ db, viewer, now }: Context, one: NewSpace): Promise<boolean> {
  const made = await db
    .insertInto('space')
    .values({
      id: one.id,
      district_id: viewer.districtId,
      name: one.name,
      kind: one.kind,
      school_id: one.schoolId,
      opened_by: viewer.personId,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function nameSpace({ db }: Context, id: string, name: string): Promise<void> {
  await db.updateTable('space').set({ name }).where('id', '=', id).execute()
}

type NewRule = { id: string; spaceId: string; about: string; says: string }

/** False when the id is taken already. */
export async function insertRule({ db, viewer, now }: Context, rule: NewRule): Promise<boolean> {
  const made = await db
    .insertInto('space_rule')
    .values({
      id: rule.id,
      district_id: viewer.districtId,
      space_id: rule.spaceId,
      about: rule.about,
      says: rule.says,
      set_by: viewer.personId,
      set_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptRule({ db }: Context, id: string) {
  return db
    .selectFrom('space_rule')
    .select(['space_id as spaceId', 'about', 'says', 'set_by as setBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export function archivingCalled({ db }: Context, id: string) {
  return db
    .selectFrom('space_archiving')
    .select(['space_id as spaceId', 'reopened_at as reopenedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Nothing when it is archived already. */
export async function insertArchiving({ db, viewer, now }: Context, id: string, spaceId: string) {
  await db
    .insertInto('space_archiving')
    .values({
      id,
      district_id: viewer.districtId,
      space_id: spaceId,
      archived_by: viewer.personId,
      archived_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function endArchiving({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('space_archiving')
    .set({ reopened_by: viewer.personId, reopened_at: now })
    .where('id', '=', id)
    .where('reopened_at', 'is', null)
    .execute()
}
