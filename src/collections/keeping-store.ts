import { person } from '../access/relations.ts'
import { deletionsOf } from '../deletions/store.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { sql } from '../platform/database.ts'
import { scopeOf, type TemplateSection } from './collection.ts'
import type { ReviseCollection, ShareCollection } from './contract.ts'
import { usesTemplate } from './policy.ts'
import { gradeOf } from './store.ts'

export type SaidCollection = InputOf<typeof ReviseCollection>

const textOf = ({ title, about, look, cover, sections }: SaidCollection) =>
  JSON.stringify({ title, about, look, cover: cover ?? null, sections })

/** False when the id is taken already. */
export async function insertCollection(
  context: Context,
  said: SaidCollection,
  template: { id: string; revision: number } | undefined,
): Promise<boolean> {
  const { db, viewer, made } = context
  const result = await db
    .insertInto('collection')
    .values({
      id: said.id,
      district_id: viewer.districtId,
      learner_id: viewer.personId,
      template_id: template?.id ?? null,
      template_revision: template?.revision ?? null,
      begun_at: made.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertRevision(context, { ...said, revision: 1 })
  return true
}

export async function insertRevision(
  { db, viewer, now, made }: Context,
  said: SaidCollection,
): Promise<void> {
  await sql`
    insert into collection_revision (collection_id, district_id, revision, said, about_media_id, written_by, written_at)
    values (${said.id}, ${viewer.districtId}, ${said.revision}, ${textOf(said)}::jsonb, ${said.aboutMediaId ?? null},
      ${viewer.personId}, ${now}::timestamptz)`.execute(db)
  const choices = said.sections.flatMap(({ choices: some }) => some)
  if (choices.length === 0) return
  const rows = JSON.stringify(choices.map((one) => ({ ...one, scope: scopeOf(one) })))
  await sql`
    insert into collection_choice (collection_id, district_id, revision, choice_id, scope, piece_id, iteration_id,
      second_id, growth, why_media_id, beside, chosen_at)
    select ${said.id}::uuid, ${viewer.districtId}::uuid, ${said.revision}::integer, c.id, c.scope, p.id, i.id, l.id,
      c.growth, c."whyMediaId", c.beside, coalesce(b.chosen_at, ${made.at}::timestamptz)
    from jsonb_to_recordset(${rows}::jsonb) c(id uuid, scope text, "pieceId" uuid, "iterationId" uuid, "secondId" uuid,
      growth boolean, "whyMediaId" uuid, beside uuid[])
    left join piece p on p.id = c."pieceId" and p.learner_id = ${viewer.personId}
    left join iteration i on i.id = c."iterationId" and i.piece_id = p.id
    left join iteration l on l.id = c."secondId" and l.piece_id = p.id
    left join collection_choice b on b.collection_id = ${said.id} and b.revision = ${said.revision - 1}
      and b.choice_id = c.id and b.piece_id = p.id`.execute(db)
}

/** Moves the collection on to its new revision, if it still stands where the writer saw it. */
export async function advanceCollection({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('collection')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whether the revision that is there already is the one being sent again. */
export async function isSameCollection({ db, viewer }: Context, said: SaidCollection): Promise<boolean> {
  const found = await sql`
    select 1 from collection_revision v where v.collection_id = ${said.id} and v.revision = ${said.revision}
      and v.written_by = ${viewer.personId} and v.said = ${textOf(said)}::jsonb
      and v.about_media_id is not distinct from ${said.aboutMediaId ?? null}::uuid`.execute(db)
  return found.rows.length > 0
}

/** What is chosen that is not the viewer's own work, nor stood in this collection under the same id before. */
export async function countForeign({ db, viewer }: Context, said: SaidCollection): Promise<number> {
  const choices = said.sections.flatMap(({ choices: some }) => some)
  const found = await sql<{ count: number }>`
    select count(*)::int as count
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) c(id uuid, "pieceId" uuid, "iterationId" uuid, "secondId" uuid)
    where not exists (select 1 from piece p where p.id = c."pieceId" and p.learner_id = ${viewer.personId}
        and (c."iterationId" is null or exists (select 1 from iteration i where i.id = c."iterationId" and i.piece_id = p.id))
        and (c."secondId" is null or exists (select 1 from iteration i where i.id = c."secondId" and i.piece_id = p.id)))
      and not exists (select 1 from collection_choice x where x.collection_id = ${said.id} and x.choice_id = c.id)`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

/** How many of these files may speak in this collection: the viewer's own, and those that do already. */
export async function countUsableVoices(
  { db, viewer }: Context,
  id: string,
  mediaIds: string[],
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from media m where m.id = any(${mediaIds}::uuid[]) and (
      m.uploaded_by = ${viewer.personId}::uuid
      or exists (select 1 from collection_choice x where x.collection_id = ${id} and x.why_media_id = m.id)
      or exists (select 1 from collection_revision v where v.collection_id = ${id} and v.about_media_id = m.id))`.execute(
    db,
  )
  return found.rows[0]?.count ?? 0
}

type FoundTemplate = { id: string; revision: number; sections: TemplateSection[]; grade: string | null }

/** The template a collection begins from, if it is one for the viewer. */
export async function templateToUse({ db, viewer }: Context, id: string): Promise<FoundTemplate | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundTemplate>`
    select q.id, q.revision, v.sections, ${gradeOf(me)} as grade from collection_template q
    join collection_template_revision v on v.template_id = q.id and v.revision = q.revision
    where q.id = ${id} and ${usesTemplate(me)}`.execute(db)
  return found.rows[0]
}

/** The template a collection was begun from. */
export async function templateOf({ db }: Context, collectionId: string): Promise<FoundTemplate | undefined> {
  const found = await sql<FoundTemplate>`
    select v.template_id as id, v.revision, v.sections, ${gradeOf(sql<string>`o.learner_id`)} as grade
    from collection o join collection_template_revision v
      on v.template_id = o.template_id and v.revision = o.template_revision
    where o.id = ${collectionId}`.execute(db)
  return found.rows[0]
}

/** Exactly these audiences from now on; those that were there stay as they were. */
export async function setAudiences(
  { db, viewer, now }: Context,
  { id, audiences }: InputOf<typeof ShareCollection>,
): Promise<void> {
  const wanted = JSON.stringify(audiences)
  const matches = sql`a.collection_id = ${id} and a.withdrawn_at is null and a.audience = w.audience
    and a.space_id is not distinct from w."spaceId" and a.opens_on is not distinct from w."opensOn"`
  const rows = sql`jsonb_to_recordset(${wanted}::jsonb) w(audience text, "spaceId" uuid, "opensOn" date)`
  await sql`
    update collection_share a set withdrawn_by = ${viewer.personId}::uuid, withdrawn_at = ${now}::timestamptz
    where a.collection_id = ${id} and a.withdrawn_at is null and not exists (select 1 from ${rows} where ${matches})`.execute(
    db,
  )
  await sql`
    insert into collection_share (district_id, collection_id, audience, space_id, opens_on, shared_by, shared_on, shared_at)
    select distinct ${viewer.districtId}::uuid, ${id}::uuid, w.audience, w."spaceId", w."opensOn", ${viewer.personId}::uuid,
      cairn_today(), ${now}::timestamptz
    from ${rows} where not exists (select 1 from collection_share a where ${matches})`.execute(db)
}

export const collectionDeletions = deletionsOf('collection', 'collection_id')
