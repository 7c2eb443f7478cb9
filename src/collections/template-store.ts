import { may } from '../access/may.ts'
import { either, person, runsDistrict, serves } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListTemplatePlaces, ListTemplates, ReviseTemplate } from './contract.ts'
import { changesTemplate, usesTemplate } from './policy.ts'

const placeName = sql`case
  when q.class_id is not null then (select c.name from class c where c.id = q.class_id)
  when q.school_id is not null then (select c.name from school c where c.id = q.school_id)
  else (select c.name from district c where c.id = q.district_id) end`

export function readTemplates({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListTemplates>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', q.id, 'revision', q.revision, 'title', v.title, 'words', v.words,
        'sections', v.sections, 'placeName', ${placeName},
        'place', case when q.class_id is not null then 'class' when q.school_id is not null then 'school' else 'district' end,
        'may', ${may({ change: changesTemplate(me) })}) order by q.class_id is null, q.school_id is null, v.title), '[]')::text as json
      from collection_template q
      join collection_template_revision v on v.template_id = q.id and v.revision = q.revision
      where q.closed_at is null and ${either(usesTemplate(me), changesTemplate(me))}`,
  )
}

export function readTemplatePlaces({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListTemplatePlaces>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('kind', w.kind, 'id', w.id, 'name', w.name) order by w.rank, w.name), '[]')::text as json
      from (select 'class' as kind, 1 as rank, c.id, c.name from belongs b join class c on c.id = b.class_id
          where b.person_id = ${me} and b.role = 'teacher'
        union all select 'school', 2, c.id, c.name from school c where ${serves(me, sql<string>`c.id`)}
        union all select 'district', 3, d.id, d.name from district d where ${runsDistrict(me)}) w`,
  )
}

type Place = { classId?: string | undefined; schoolId?: string | undefined }
type SaidTemplate = InputOf<typeof ReviseTemplate>

/** Whether the viewer answers for the place a template is offered in: as its teacher, by a duty, by running the district. */
export async function answersForPlace(
  { db, viewer }: Context,
  { classId, schoolId }: Place,
): Promise<boolean> {
  const me = person(viewer.personId)
  const rule = sql<boolean>`case
    when ${classId ?? null}::uuid is not null then exists (
      select 1 from belongs b where b.person_id = ${me} and b.class_id = ${classId ?? null}::uuid and b.role = 'teacher')
    when ${schoolId ?? null}::uuid is not null then exists (select 1 from school c where c.id = ${schoolId ?? null}::uuid)
      and ${serves(me, sql<string>`${schoolId ?? null}::uuid`)}
    else ${runsDistrict(me)} end`
  const found = await sql<{ answers: boolean }>`select ${rule} as answers`.execute(db)
  return found.rows[0]?.answers === true
}

export async function insertTemplate(context: Context, said: SaidTemplate & Place): Promise<boolean> {
  const { db, viewer } = context
  const result = await db
    .insertInto('collection_template')
    .values({
      id: said.id,
      district_id: viewer.districtId,
      class_id: said.classId ?? null,
      school_id: said.classId === undefined ? (said.schoolId ?? null) : null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await insertTemplateRevision(context, { ...said, revision: 1 })
  return true
}

export async function insertTemplateRevision(
  { db, viewer, now }: Context,
  said: SaidTemplate,
): Promise<void> {
  await db
    .insertInto('collection_template_revision')
    .values({
      template_id: said.id,
      district_id: viewer.districtId,
      revision: said.revision,
      title: said.title,
      words: said.words,
      sections: JSON.stringify(said.sections),
      written_by: viewer.personId,
      written_at: now,
    })
    .execute()
}

export async function advanceTemplate({ db }: Context, id: string, to: number): Promise<boolean> {
  const result = await db
    .updateTable('collection_template')
    .set({ revision: to })
    .where('id', '=', id)
    .where('revision', '=', to - 1)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function isSameTemplate({ db, viewer }: Context, said: SaidTemplate): Promise<boolean> {
  const found = await sql`
    select 1 from collection_template_revision v where v.template_id = ${said.id} and v.revision = ${said.revision}
      and v.written_by = ${viewer.personId} and v.title = ${said.title} and v.words = ${said.words}
      and v.sections = ${JSON.stringify(said.sections)}::jsonb`.execute(db)
  return found.rows.length > 0
}

/** A template for changing it: undefined when it is none of the viewer's places'. */
export async function templateFor(
  { db, viewer }: Context,
  id: string,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${changesTemplate(me)} as allowed from collection_template q
    where q.id = ${id} and ${either(usesTemplate(me), changesTemplate(me))}`.execute(db)
  return found.rows[0]
}

export async function markClosed({ db, viewer, now }: Context, id: string): Promise<void> {
  await db
    .updateTable('collection_template')
    .set({ closed_by: viewer.personId, closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}
