import type { z } from 'zod'
import { person } from '../access/relations.ts'
import { deletionsOf } from '../deletions/store.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { contentJson, present } from './content-store.ts'
import type { Content } from './contract.ts'

export type CopyContent = z.output<typeof Content>

/** What a collection shows now, as its learner would show it; undefined when there is none that stands. */
export async function composeCopy(
  db: Transaction,
  collectionId: string,
): Promise<{ content: CopyContent; revision: number; learnerId: string; districtId: string } | undefined> {
  const found = await sql<{
    content: CopyContent
    revision: number
    learnerId: string
    districtId: string
  }>`
    select ${contentJson(sql<string>`o.learner_id`)} as content, o.revision, o.learner_id as "learnerId",
      o.district_id as "districtId"
    from standing_collection o ${present} where o.id = ${collectionId}`.execute(db)
  return found.rows[0]
}

type NewCopy = {
  id: string
  districtId: string
  learnerId: string
  collectionId: string
  kind: 'showcase' | 'year'
  revision: number
  content: CopyContent
  mediaIds: readonly string[]
}

/** A copy of this school year is kept once; the first one stays. The school year begins in July. */
export async function insertCopy(db: Transaction, now: Date, copy: NewCopy): Promise<boolean> {
  const kept = await sql`
    insert into collection_copy (id, district_id, collection_id, learner_id, kind, year, revision, content, copied_at)
    select ${copy.id}::uuid, ${copy.districtId}::uuid, ${copy.collectionId}::uuid, ${copy.learnerId}::uuid, ${copy.kind},
      case when ${copy.kind} = 'year' then extract(year from cairn_today() - interval '6 months')::integer end,
      ${copy.revision}, ${JSON.stringify(copy.content)}::jsonb, ${now}::timestamptz
    on conflict do nothing returning id`.execute(db)
  if (kept.rows.length === 0) return false
  await sql`
    insert into collection_copy_media (copy_id, district_id, media_id)
    select ${copy.id}::uuid, ${copy.districtId}::uuid, m.id from media m where m.id = any(${[...copy.mediaIds]}::uuid[])`.execute(
    db,
  )
  return true
}

/** What was kept of a year, for its learner. */
export async function readYearCopy(
  { db, viewer }: Context,
  id: string,
): Promise<{ content: CopyContent } | undefined> {
  const found = await sql<{ content: CopyContent }>`
    select k.content from collection_copy k where k.id = ${id} and k.kind = 'year'
      and k.learner_id = ${person(viewer.personId)}
      and not exists (select 1 from collection_copy_deletion d where d.copy_id = k.id and d.restored_at is null)`.execute(
    db,
  )
  return found.rows[0]
}

/** Whose collections are due a copy of the year: a class of theirs closed yesterday, and none was kept. */
export async function collectionsToCopy(db: Transaction): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct o.id from class c
    join enrollment e on e.class_id = c.id and e.role = 'student'
      and (e.closed_on is null or e.closed_on >= c.closes_on)
    join standing_collection o on o.learner_id = e.person_id
    where c.closes_on between cairn_today() - 7 and cairn_today() - 1
      and exists (select 1 from present_choice x where x.collection_id = o.id and x.rests is null)
      and not exists (select 1 from collection_copy k where k.collection_id = o.id and k.kind = 'year'
        and k.copied_at > cairn_now() - interval '300 days')`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Whether a copy of the year is the viewer's own. */
export async function isOwnYearCopy({ db, viewer }: Context, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from collection_copy k
    where k.id = ${id} and k.kind = 'year' and k.learner_id = ${person(viewer.personId)}`.execute(db)
  return found.rows.length > 0
}

export const copyDeletions = deletionsOf('collection_copy', 'copy_id')
