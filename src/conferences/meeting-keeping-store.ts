import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { AddConferenceWord, AgreeOnGoal, BeginConference } from './contract.ts'

/** Who said something, where the person is known here; otherwise by name alone. */
export type Said<Input> = Omit<Input, 'personId'> & { saidBy: string | null }

type Begun = InputOf<typeof BeginConference>

/** False when the id is taken already. */
export async function insertConference(
  { db, viewer, made }: Context,
  { id, roundId, learnerId, people }: Omit<Begun, 'people'> & { people: Said<Begun['people'][number]>[] },
): Promise<boolean> {
  const result = await db
    .insertInto('conference')
    .values({
      id,
      district_id: viewer.districtId,
      round_id: roundId,
      learner_id: learnerId,
      begun_by: viewer.personId,
      begun_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (people.length === 0) return true
  const rows = people.map(({ role, saidBy, name }, position) => ({
    conference_id: id,
    district_id: viewer.districtId,
    position,
    role,
    person_id: saidBy,
    name,
  }))
  await db.insertInto('conference_person').values(rows).execute()
  return true
}

export async function isSameConference(
  { db, viewer }: Context,
  { id, roundId, learnerId }: Begun,
): Promise<boolean | undefined> {
  const kept = await db
    .selectFrom('conference')
    .select(['round_id', 'learner_id'])
    .where('id', '=', id)
    .where('begun_by', '=', viewer.personId)
    .executeTakeFirst()
  return kept && kept.round_id === roundId && kept.learner_id === learnerId
}

/** False when the id is taken already. */
export async function insertWord(
  { db, viewer, made }: Context,
  { id, conferenceId, kind, role, saidBy, name, words, mediaId }: Said<InputOf<typeof AddConferenceWord>>,
): Promise<boolean> {
  const result = await db
    .insertInto('conference_word')
    .values({
      id,
      district_id: viewer.districtId,
      conference_id: conferenceId,
      kind,
      role,
      said_by: saidBy,
      name,
      words,
      media_id: mediaId ?? null,
      written_by: viewer.personId,
      written_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameWord(
  { db, viewer }: Context,
  { id, conferenceId, kind, role, words, mediaId }: InputOf<typeof AddConferenceWord>,
): Promise<boolean | undefined> {
  const kept = await db
    .selectFrom('conference_word')
    .select(['conference_id', 'kind', 'role', 'words', 'media_id'])
    .where('id', '=', id)
    .where('written_by', '=', viewer.personId)
    .executeTakeFirst()
  return (
    kept &&
    kept.conference_id === conferenceId &&
    kept.kind === kind &&
    kept.role === role &&
    kept.words === words &&
    kept.media_id === (mediaId ?? null)
  )
}

/** By whoever wrote it down or said it. Undefined when it is not there for them. */
export async function conferenceOfWord({ db, viewer }: Context, id: string): Promise<string | undefined> {
  const found = await sql<{ conferenceId: string }>`
    select w.conference_id as "conferenceId" from conference_word w
    where w.id = ${id} and ${viewer.personId}::uuid in (w.written_by, w.said_by)`.execute(db)
  return found.rows[0]?.conferenceId
}

export async function markWordTakenBack({ db, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('conference_word')
    .set({ taken_back_at: now })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** False when the id is taken already; undefined when the goal is not this learner's. Agreed to as it then stood. */
export async function insertAgreement(
  { db, viewer, made }: Context,
  { id, conferenceId, goalId, role, saidBy, name }: Said<InputOf<typeof AgreeOnGoal>>,
  learnerId: string,
): Promise<boolean | undefined> {
  const goal = (
    await sql<{ revision: number }>`
      select v.revision from goal g join goal_revision v on v.goal_id = g.id
      where g.id = ${goalId} and g.learner_id = ${learnerId}
      order by (v.written_at <= ${made.at}) desc, case when v.written_at <= ${made.at} then -v.revision else v.revision end
      limit 1`.execute(db)
  ).rows[0]
  if (!goal) return undefined
  const result = await db
    .insertInto('conference_agreement')
    .values({
      id,
      district_id: viewer.districtId,
      conference_id: conferenceId,
      goal_id: goalId,
      goal_revision: goal.revision,
      role,
      agreed_by: saidBy,
      name,
      written_by: viewer.personId,
      written_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSameAgreement(
  { db, viewer }: Context,
  { id, conferenceId, goalId, role }: InputOf<typeof AgreeOnGoal>,
): Promise<boolean | undefined> {
  const kept = await db
    .selectFrom('conference_agreement')
    .select(['conference_id', 'goal_id', 'role'])
    .where('id', '=', id)
    .where('written_by', '=', viewer.personId)
    .executeTakeFirst()
  return kept && kept.conference_id === conferenceId && kept.goal_id === goalId && kept.role === role
}

/** What is said aloud is brought by whoever writes it down. */
export async function isOwnUpload({ db, viewer }: Context, mediaId: string | undefined): Promise<boolean> {
  if (mediaId === undefined) return true
  const found = await db
    .selectFrom('media')
    .select('id')
    .where('id', '=', mediaId)
    .where('uploaded_by', '=', viewer.personId)
    .executeTakeFirst()
  return found !== undefined
}
