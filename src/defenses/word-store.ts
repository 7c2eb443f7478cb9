import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import type { AnswerPanel, DecideAttempt, WriteNote, WriteOpening } from './contract.ts'

export async function isOwnCollection({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from standing_collection where id = ${id} and learner_id = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

/** Said again in the same words, it is there already; each other wording is kept beside it. */
export async function insertOpening(
  { db, viewer, now }: Context,
  { id, words, collectionId }: InputOf<typeof WriteOpening>,
): Promise<void> {
  await sql`
    insert into defense_opening (attempt_id, district_id, written_at, words, collection_id)
    select ${id}::uuid, ${viewer.districtId}::uuid, ${now}::timestamptz, ${words}, ${collectionId ?? null}::uuid
    where not exists (select 1 from (select * from defense_opening o where o.attempt_id = ${id}
      order by o.written_at desc limit 1) l where l.words = ${words}
      and l.collection_id is not distinct from ${collectionId ?? null}::uuid)
    on conflict (attempt_id, written_at) do update set words = excluded.words, collection_id = excluded.collection_id`.execute(
    db,
  )
}

type Note = InputOf<typeof WriteNote> & { saidBy: string | null; guest: string | null }

export async function insertNote({ db, viewer, now }: Context, note: Note): Promise<boolean> {
  const { id, attemptId, criterionId = null, side, words, panelistId, saidBy, guest } = note
  await sql`
    insert into defense_note (id, district_id, attempt_id, criterion_id, side, words, panelist_id, said_by, said_by_guest,
      written_by, written_at)
    values (${id}, ${viewer.districtId}, ${attemptId}, ${criterionId}, ${side}, ${words}, ${panelistId}, ${saidBy}, ${guest},
      ${viewer.personId}, ${now}::timestamptz) on conflict (id) do nothing`.execute(db)
  return isSameNote({ db, viewer }, note)
}

export async function isSameNote(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { id, attemptId, side, words }: Pick<Note, 'id' | 'attemptId' | 'side' | 'words'>,
): Promise<boolean> {
  const found = await sql`
    select 1 from defense_note where id = ${id} and attempt_id = ${attemptId} and side = ${side} and words = ${words}
      and written_by = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

/** Of whom a note is and for which attempt, and whether nobody has read it to the learner yet. */
export async function noteFor({ db, viewer }: Context, id: string) {
  const found = await sql<{ attemptId: string; mine: boolean; decided: boolean }>`
    select w.attempt_id as "attemptId", coalesce(w.written_by = ${viewer.personId}::uuid, false) as mine,
      exists (select 1 from defense_outcome o where o.attempt_id = w.attempt_id) as decided
    from defense_note w where w.id = ${id}`.execute(db)
  return found.rows[0]
}

export async function markRetracted({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    insert into defense_note_retraction (note_id, district_id, retracted_by, retracted_at)
    values (${id}, ${viewer.districtId}, ${viewer.personId}, ${now}::timestamptz) on conflict do nothing`.execute(
    db,
  )
}

/** Whoever says what it came to and a guest who is writing wait for each other. */
export async function lockAttempt({ db }: Pick<Context, 'db'>, id: string): Promise<void> {
  await sql`select 1 from defense_attempt where id = ${id} for update`.execute(db)
}

/** False when it was decided before, in another way. */
export async function insertOutcome(
  { db, viewer, now }: Context,
  { id, outcome, words }: InputOf<typeof DecideAttempt>,
): Promise<boolean> {
  await sql`
    insert into defense_outcome (attempt_id, district_id, outcome, words, decided_by, decided_at)
    values (${id}, ${viewer.districtId}, ${outcome}, ${words}, ${viewer.personId}, ${now}::timestamptz)
    on conflict do nothing`.execute(db)
  return isSameOutcome({ db, viewer }, { id, outcome, words })
}

export async function isSameOutcome(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  { id, outcome, words }: InputOf<typeof DecideAttempt>,
): Promise<boolean> {
  const found = await sql`
    select 1 from defense_outcome where attempt_id = ${id} and outcome = ${outcome} and words = ${words}
      and decided_by = ${viewer.personId}`.execute(db)
  return found.rows.length > 0
}

export async function insertAnswer(
  { db, viewer, now }: Context,
  { id, attemptId, words }: InputOf<typeof AnswerPanel>,
): Promise<boolean> {
  await sql`
    insert into defense_answer (id, district_id, attempt_id, words, written_at)
    values (${id}, ${viewer.districtId}, ${attemptId}, ${words}, ${now}::timestamptz) on conflict (id) do nothing`.execute(
    db,
  )
  const found = await sql`
    select 1 from defense_answer where id = ${id} and attempt_id = ${attemptId} and words = ${words}`.execute(
    db,
  )
  return found.rows.length > 0
}
