import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { JoinConference } from './contract.ts'
import type { Said } from './meeting-keeping-store.ts'

/** True when it is there, now or already; false when the id is another's; undefined when it is somebody else's. */
export async function insertLatecomer(
  { db, viewer, made }: Context,
  { id, conferenceId, role, saidBy, name }: Said<InputOf<typeof JoinConference>>,
): Promise<boolean | undefined> {
  const result = await db
    .insertInto('conference_latecomer')
    .values({
      id,
      district_id: viewer.districtId,
      conference_id: conferenceId,
      role,
      person_id: saidBy,
      name,
      written_by: viewer.personId,
      came_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) return true
  const kept = await db
    .selectFrom('conference_latecomer')
    .select(['conference_id', 'role', 'name'])
    .where('id', '=', id)
    .where('written_by', '=', viewer.personId)
    .executeTakeFirst()
  return kept && kept.conference_id === conferenceId && kept.role === role && kept.name === name
}
