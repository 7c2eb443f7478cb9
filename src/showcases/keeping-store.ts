import { person } from '../access/relations.ts'
import { type CopyContent, insertCopy } from '../collections/copy-store.ts'
import { mediaIn } from '../collections/copy.ts'
import { gradeOf } from '../collections/store.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { type AnswerRole, withoutResting } from './showcase.ts'
import { guardianThroughGrade } from './store.ts'

type NewShowcase = {
  id: string
  collectionId: string
  copyId: string
  closesAt: Date
  passcodeHash: string | null
}

/** The moment that a day and a minute of it on the school's clock are. */
export async function momentOf(
  { db, viewer }: Context,
  day: string,
  minute: number,
): Promise<Date | undefined> {
  const found = await sql<{ at: Date }>`
    select (${day}::date + ${minute}::integer * interval '1 minute') at time zone d.time_zone as at
    from district d where d.id = ${viewer.districtId}`.execute(db)
  return found.rows[0]?.at
}

export async function whoseShowcase({ db }: Context, id: string) {
  return db
    .selectFrom('showcase')
    .select(['learner_id as learnerId', 'collection_id as collectionId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Asked for by its learner, who agrees by asking. Without a grade the guardian is asked. */
export async function insertShowcase({ db, viewer, now }: Context, showcase: NewShowcase): Promise<void> {
  const me = person(viewer.personId)
  const rank = sql<number>`(select case when upper(w.grade) = 'K' then 0 when w.grade ~ '^[0-9]{1,2}$' then w.grade::integer end
    from (select ${gradeOf(me)} as grade) w)`
  await sql`
    insert into showcase (id, district_id, collection_id, learner_id, copy_id, closes_at, passcode_hash, needs_guardian,
      proposed_by, proposed_at)
    values (${showcase.id}, ${viewer.districtId}, ${showcase.collectionId}, ${viewer.personId}, ${showcase.copyId},
      ${showcase.closesAt}::timestamptz, ${showcase.passcodeHash}, coalesce(${rank} <= ${guardianThroughGrade}, true),
      ${viewer.personId}, ${now}::timestamptz)`.execute(db)
  await insertAnswer({ db, viewer, now }, { id: showcase.id, role: 'learner', agrees: true, words: '' })
}

type NewAnswer = { id: string; role: AnswerRole | 'learner'; agrees: boolean; words: string }

/** An answer takes the place of the one this person gave before in that role. */
export async function insertAnswer(
  { db, viewer, now }: Pick<Context, 'db' | 'viewer' | 'now'>,
  { id, role, agrees, words }: NewAnswer,
): Promise<void> {
  const theirs = sql`a.showcase_id = ${id} and a.person_id = ${viewer.personId} and a.role = ${role} and a.taken_back_at is null`
  const same = await sql`
    select 1 from showcase_answer a where ${theirs} and a.agrees = ${agrees} and a.words = ${words}`.execute(
    db,
  )
  if (same.rows.length > 0) return
  await sql`update showcase_answer a set taken_back_at = ${now}::timestamptz where ${theirs}`.execute(db)
  await sql`
    insert into showcase_answer (showcase_id, district_id, person_id, role, agrees, words, answered_at)
    values (${id}, ${viewer.districtId}, ${viewer.personId}, ${role}, ${agrees}, ${words}, ${now}::timestamptz)
    on conflict (showcase_id, person_id, role, answered_at)
      do update set agrees = excluded.agrees, words = excluded.words, taken_back_at = null`.execute(db)
}

export async function takeBackAnswers({ db, viewer, now }: Context, id: string): Promise<void> {
  await sql`
    update showcase_answer set taken_back_at = ${now}::timestamptz
    where showcase_id = ${id} and person_id = ${viewer.personId} and role <> 'learner' and taken_back_at is null`.execute(
    db,
  )
}

/** An answer of one's own is taken back also by somebody who no longer teaches or guards. */
export async function hasAnswered({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from showcase_answer where showcase_id = ${id} and person_id = ${viewer.personId} and role <> 'learner'`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function markWithdrawn({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .insertInto('showcase_withdrawal')
    .values({
      showcase_id: id,
      district_id: viewer.districtId,
      withdrawn_by: viewer.personId,
      withdrawn_at: now,
    })
    .onConflict((conflict) => conflict.column('showcase_id').doNothing())
    .execute()
}

export async function hasWithdrawn({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from showcase_withdrawal where showcase_id = ${id} and withdrawn_by = ${viewer.personId}`.execute(
    db,
  )
  return found.rows.length > 0
}

export async function setGuardianGrade({ db, viewer, now }: Context, grade: number): Promise<void> {
  const values = { guardian_through_grade: grade, set_by: viewer.personId, set_at: now }
  await db
    .insertInto('showcase_rule')
    .values({ district_id: viewer.districtId, ...values })
    .onConflict((conflict) => conflict.column('district_id').doUpdateSet(values))
    .execute()
}

/**
 * What nobody can be shown any more goes: copies of showcases that ended, or were withdrawn, 30 days ago, and those
 * whose showcase is gone with its collection, or has another by now.
 */
export async function eraseEnded(db: Transaction, days: number): Promise<void> {
  await sql`
    delete from collection_copy k
    where k.kind = 'showcase' and not exists (select 1 from showcase s where s.copy_id = k.id)`.execute(db)
  await sql`
    delete from collection_copy k using showcase_standing s
    left join showcase_withdrawal w on w.showcase_id = s.id
    where k.id = s.copy_id and k.kind = 'showcase'
      and least(s.closes_at, w.withdrawn_at) < cairn_now() - ${days} * interval '1 day'`.execute(db)
}

type Holding = {
  showcaseId: string
  districtId: string
  learnerId: string
  collectionId: string
  revision: number
  content: CopyContent
  copiedAt: Date
  /** choices, and words beside them, of which what they stand for was erased */
  erased: string[]
}

const isErased = (
  table: 'piece' | 'iteration' | 'reflection' | 'feedback' | 'tag',
  id: ReturnType<typeof sql>,
) => sql`not exists (select 1 from ${sql.table(table)} gone where gone.id = (${id})::uuid)`

/**
 * What was erased is erased from what showcases hold too: deletion is real after 30 days. Nobody was shown it since
 * it was deleted, so they agreed to nothing that changes now. A copy is never altered; another takes its place.
 */
export async function letGoOfErased(db: Transaction): Promise<void> {
  const found = await sql<Holding>`
    select s.id as "showcaseId", k.district_id as "districtId", k.learner_id as "learnerId",
      s.collection_id as "collectionId", k.revision, k.content, k.copied_at as "copiedAt", e.erased
    from showcase s join collection_copy k on k.id = s.copy_id
    cross join lateral (select array_agg(h.id) as erased from (
      select c.value ->> 'id' as id
      from jsonb_array_elements(k.content -> 'sections') e cross join lateral jsonb_array_elements(e.value -> 'choices') c
      where ${isErased('piece', sql`c.value #>> '{piece,id}'`)} or exists (
        select 1 from jsonb_array_elements(c.value -> 'iterations') t where ${isErased('iteration', sql`t.value ->> 'id'`)})
      union all
      select b.value ->> 'id'
      from jsonb_array_elements(k.content -> 'sections') e cross join lateral jsonb_array_elements(e.value -> 'choices') c
        cross join lateral jsonb_array_elements(c.value -> 'beside') b
      where ${isErased('reflection', sql`b.value ->> 'id'`)} and ${isErased('feedback', sql`b.value ->> 'id'`)}
        and ${isErased('tag', sql`b.value ->> 'id'`)}) h) e
    where e.erased is not null`.execute(db)
  for (const { showcaseId, erased, copiedAt, ...whose } of found.rows) {
    const content = withoutResting(whose.content, erased)
    const mediaIds = [...new Set(mediaIn(content).map(({ id }) => id))]
    const id = newId()
    await insertCopy(db, copiedAt, { ...whose, id, kind: 'showcase', content, mediaIds })
    await sql`update showcase set copy_id = ${id} where id = ${showcaseId}`.execute(db)
  }
}
