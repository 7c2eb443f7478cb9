import { type CopyContent, insertCopy } from '../collections/copy-store.ts'
import { mediaIn } from '../collections/copy.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { newId } from '../platform/new-id.ts'
import { withoutResting } from './showcase.ts'

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

const isErased = (table: 'piece' | 'iteration' | 'reflection' | 'feedback', id: ReturnType<typeof sql>) =>
  sql`not exists (select 1 from ${sql.table(table)} gone where gone.id = (${id})::uuid)`

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
      where ${isErased('reflection', sql`b.value ->> 'id'`)} and ${isErased('feedback', sql`b.value ->> 'id'`)}) h) e
    where e.erased is not null`.execute(db)
  for (const { showcaseId, erased, copiedAt, ...whose } of found.rows) {
    const content = withoutResting(whose.content, erased)
    const mediaIds = [...new Set(mediaIn(content).map(({ id }) => id))]
    const id = newId()
    await insertCopy(db, copiedAt, { ...whose, id, kind: 'showcase', content, mediaIds })
    await sql`update showcase set copy_id = ${id} where id = ${showcaseId}`.execute(db)
  }
}
