import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { CheckGoal, Encourage } from './contract.ts'

type Checked = InputOf<typeof CheckGoal>

const columnsOf = (one: Checked['evidence'][number]) =>
  'reflectionId' in one
    ? { piece_id: null, iteration_id: null, reflection_id: one.reflectionId }
    : { piece_id: one.pieceId, iteration_id: one.iterationId ?? null, reflection_id: null }

/** False when the id is taken already. */
export async function insertCheck({ db, viewer, now }: Context, check: Checked): Promise<boolean> {
  const result = await db
    .insertInto('goal_check')
    .values({
      id: check.id,
      district_id: viewer.districtId,
      goal_id: check.goalId,
      standing: check.standing,
      words: check.words,
      checked_by: viewer.personId,
      checked_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (check.evidence.length === 0) return true
  const ids = { goal_check_id: check.id, district_id: viewer.districtId }
  await db
    .insertInto('goal_check_evidence')
    .values(check.evidence.map((one, position) => ({ ...ids, position, ...columnsOf(one) })))
    .execute()
  return true
}

export async function isSameCheck({ db, viewer }: Context, sent: Checked): Promise<boolean> {
  const kept = await db
    .selectFrom('goal_check')
    .select(['goal_id', 'standing', 'words'])
    .where('id', '=', sent.id)
    .where('checked_by', '=', viewer.personId)
    .executeTakeFirst()
  return kept?.goal_id === sent.goalId && kept.standing === sent.standing && kept.words === sent.words
}

/** Whether all of it is the learner's own: nobody shows another's work as evidence. */
export async function isOwnEvidence(
  { db }: Context,
  learnerId: string,
  evidence: Checked['evidence'],
): Promise<boolean> {
  const rows = JSON.stringify(evidence.map(columnsOf))
  const found = await sql<{ own: boolean }>`
    select coalesce(bool_and(case when x.reflection_id is not null
      then exists (select 1 from standing_reflection r where r.id = x.reflection_id and r.learner_id = ${learnerId})
      else exists (select 1 from piece p where p.id = x.piece_id and p.learner_id = ${learnerId}) and (x.iteration_id is null
        or exists (select 1 from iteration i where i.id = x.iteration_id and i.piece_id = x.piece_id)) end), true) as own
    from json_to_recordset(${rows}::json) as x (piece_id uuid, iteration_id uuid, reflection_id uuid)`.execute(
    db,
  )
  return found.rows[0]?.own ?? false
}

/** False when the id is taken already. */
export async function insertEncouragement(
  { db, viewer, now }: Context,
  said: InputOf<typeof Encourage>,
): Promise<boolean> {
  const result = await db
    .insertInto('encouragement')
    .values({
      id: said.id,
      district_id: viewer.districtId,
      goal_id: said.goalId,
      words: said.words,
      given_by: viewer.personId,
      given_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameEncouragement(
  { db, viewer }: Context,
  sent: InputOf<typeof Encourage>,
): Promise<boolean> {
  const kept = await db
    .selectFrom('encouragement')
    .select(['goal_id', 'words'])
    .where('id', '=', sent.id)
    .where('given_by', '=', viewer.personId)
    .executeTakeFirst()
  return kept?.goal_id === sent.goalId && kept.words === sent.words
}

/** Only by whoever said it. False when it is not theirs or not there. */
export async function takeBackEncouragement({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const result = await sql`
    update encouragement n set taken_back_at = coalesce(n.taken_back_at, ${now}::timestamptz)
    where n.id = ${id} and n.given_by = ${person(viewer.personId)}`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}
