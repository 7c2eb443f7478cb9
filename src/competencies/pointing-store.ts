import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import type { ListPointing } from './contract.ts'
import type { FrameworkDraft } from './framework.ts'
import { keepsFrameworks } from './policy.ts'

/** What learners made that points at an item, a row each. A further kind is a further select in this union. */
const pointing = sql`(select g.competency_id from standing_goal g where g.competency_id is not null
  union all select k.competency_id from standing_claim k
  union all select y.competency_id from tag y where y.removed_at is null and not exists (
    select 1 from standing_deletion d where d.piece_id = y.piece_id and d.iteration_id is null))`

export type Touched = { items: number; things: number }

/** What points at items that an edition would retire: it keeps pointing, and people should know before. */
export async function countTouched(
  { db }: Context,
  frameworkId: string | undefined,
  draft: Pick<FrameworkDraft, 'competencies'>,
): Promise<Touched> {
  if (frameworkId === undefined) return { items: 0, things: 0 }
  const kept = draft.competencies.map(({ identifier }) => identifier)
  const found = await sql<Touched>`
    select count(distinct c.id)::int as items, count(*)::int as things
    from ${pointing} p join competency c on c.id = p.competency_id
    where c.framework_id = ${frameworkId} and c.retired_at is null and c.identifier <> all(${kept}::text[])`.execute(
    db,
  )
  return found.rows[0] ?? { items: 0, things: 0 }
}

/** Counts by item, for those who decide what is retired; never whose or what. */
export function readPointing(
  { db, viewer }: Context,
  frameworkId: string,
): Promise<JsonText<OutputOf<typeof ListPointing>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce((select json_agg(json_build_object('competencyId', k.id, 'things', k.things)) from (
        select c.id, count(*) as things from ${pointing} p join competency c on c.id = p.competency_id
        where c.framework_id = w.id group by c.id) k), '[]')::text as json
      from framework w where w.id = ${frameworkId} and ${keepsFrameworks(person(viewer.personId))}`,
  )
}
