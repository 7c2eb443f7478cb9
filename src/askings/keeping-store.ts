import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import type { AnswerAsking, SayAsking } from './contract.ts'
import { askingFor } from './store.ts'

/** A voice is the speaker's own upload. */
export async function isOwnVoice({ db, viewer }: Context, mediaId: string | undefined): Promise<boolean> {
  if (mediaId === undefined) return true
  const row = await db
    .selectFrom('media')
    .select('id')
    .where('id', '=', mediaId)
    .where('uploaded_by', '=', viewer.personId)
    .executeTakeFirst()
  return row !== undefined
}

/** False when the id is taken already. */
export async function insertAsking(
  { db, viewer, now }: Context,
  said: InputOf<typeof SayAsking> & { learnerId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('asking')
    .values({
      id: said.id,
      district_id: viewer.districtId,
      learner_id: said.learnerId,
      body: said.body.trim(),
      media_id: said.mediaId ?? null,
      written_by: viewer.personId,
      said_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameAsking(
  { db, viewer }: Context,
  said: InputOf<typeof SayAsking> & { learnerId: string },
): Promise<boolean> {
  const kept = await db.selectFrom('asking').selectAll().where('id', '=', said.id).executeTakeFirst()
  return (
    kept?.written_by === viewer.personId &&
    kept.learner_id === said.learnerId &&
    kept.body === said.body.trim() &&
    kept.media_id === (said.mediaId ?? null)
  )
}

export async function markAskingTakenBack({ db, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('asking')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** Held where one of the child's schools wants it today. */
export async function insertAnswer(
  { db, viewer, now }: Context,
  answer: InputOf<typeof AnswerAsking>,
): Promise<boolean> {
  const result = await sql`
    insert into asking_answer (id, district_id, asking_id, body, media_id, given_by, given_at, held)
    select ${answer.id}::uuid, ${viewer.districtId}::uuid, q.id, ${answer.body.trim()}, ${answer.mediaId ?? null}::uuid,
      ${viewer.personId}::uuid, ${now}::timestamptz, exists (
        select 1 from open_enrollment e join answer_rule r on r.school_id = e.school_id
        where e.person_id = q.learner_id and e.role = 'student' and r.holds)
    from asking q where q.id = ${answer.askingId}
    on conflict (id) do nothing`.execute(db)
  return (result.numAffectedRows ?? 0n) > 0n
}

/** For a plain form: only where the viewer answers for that child, by the rule of every other answer. */
export async function insertAnswerOf(
  context: Context,
  answer: { id: string; askingId: string; body: string },
): Promise<void> {
  demand(await askingFor(context, answer.askingId, 'answer'))
  if (await insertAnswer(context, answer)) return
  // whoever went back and wrote something else in the same form has given another answer
  if (!(await isSameAnswer(context, answer))) await insertAnswer(context, { ...answer, id: newId() })
}

export async function isSameAnswer(
  { db, viewer }: Context,
  answer: InputOf<typeof AnswerAsking>,
): Promise<boolean> {
  const kept = await db.selectFrom('asking_answer').selectAll().where('id', '=', answer.id).executeTakeFirst()
  return (
    kept?.given_by === viewer.personId &&
    kept.asking_id === answer.askingId &&
    kept.body === answer.body.trim() &&
    kept.media_id === (answer.mediaId ?? null)
  )
}

export async function markAnswerTakenBack({ db, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('asking_answer')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** Decided once, by whoever came first; the record says who. */
export async function insertDecision(
  { db, viewer, now }: Context,
  id: string,
  passes: boolean,
): Promise<boolean> {
  await db
    .insertInto('asking_answer_decision')
    .values({
      answer_id: id,
      district_id: viewer.districtId,
      passes,
      decided_by: viewer.personId,
      decided_at: now,
    })
    .onConflict((conflict) => conflict.column('answer_id').doNothing())
    .execute()
  const kept = await db
    .selectFrom('asking_answer_decision')
    .select('passes')
    .where('answer_id', '=', id)
    .executeTakeFirst()
  return kept?.passes === passes
}

export async function answersWaitAt({ db }: Context, schoolId: string): Promise<boolean> {
  const kept = await db
    .selectFrom('answer_rule')
    .select('holds')
    .where('school_id', '=', schoolId)
    .executeTakeFirst()
  return kept?.holds === true
}

export async function putAnswerRule(
  { db, viewer, now }: Context,
  schoolId: string,
  holds: boolean,
): Promise<void> {
  const set = { holds, set_by: viewer.personId, set_at: now }
  await db
    .insertInto('answer_rule')
    .values({ school_id: schoolId, district_id: viewer.districtId, ...set })
    .onConflict((conflict) => conflict.column('school_id').doUpdateSet(set))
    .execute()
}
