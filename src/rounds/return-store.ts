import { person } from '../access/relations.ts'
import { iterationStands, readsFeedback } from '../feedback/policy.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/database.ts'
import { returnActs } from './policy.ts'

/** False when the id is taken. */
export async function insertReturn(
  { db, viewer, now }: Context,
  given: { id: string; iterationId: string; tryNext: string },
): Promise<boolean> {
  const result = await db
    .insertInto('iteration_return')
    .values({
      id: given.id,
      district_id: viewer.districtId,
      iteration_id: given.iterationId,
      try_next: given.tryNext,
      returned_by: viewer.personId,
      returned_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptReturn({ db }: Context, id: string) {
  return db
    .selectFrom('iteration_return')
    .select(['iteration_id as iterationId', 'try_next as tryNext', 'returned_by as returnedBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function returnFor(
  { db, viewer }: Context,
  id: string,
  act: keyof ReturnType<typeof returnActs>,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${returnActs(me)[act]} as allowed
    from iteration_return g join iteration i on i.id = g.iteration_id join piece p on p.id = i.piece_id
    where g.id = ${id} and ${readsFeedback(me)} and ${iterationStands}`.execute(db)
  return found.rows[0]
}

export async function insertReturnWithdrawal({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .insertInto('return_withdrawal')
    .values({
      return_id: id,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('return_id').doNothing())
    .execute()
}

/** For a write that is sent twice. */
export async function hasWithdrawnReturn({ db, viewer }: Context, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('return_withdrawal')
    .select('return_id')
    .where('return_id', '=', id)
    .where('withdrawn_by', '=', viewer.personId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertReturnAnswer(
  { db, viewer, now }: Context,
  answer: { id: string; why: string },
): Promise<void> {
  await db
    .insertInto('return_answer')
    .values({
      return_id: answer.id,
      district_id: viewer.districtId,
      why: answer.why,
      answered_by: viewer.personId,
      answered_at: now,
    })
    .onConflict((conflict) => conflict.column('return_id').doNothing())
    .execute()
}

export function keptReturnAnswer({ db, viewer }: Context, id: string) {
  return db
    .selectFrom('return_answer')
    .select('why')
    .where('return_id', '=', id)
    .where('answered_by', '=', viewer.personId)
    .executeTakeFirst()
}
