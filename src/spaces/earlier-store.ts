import { isLearner, person, type Rule, type Someone } from '../access/relations.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'
import { tileJson } from '../work/tile-store.ts'
import type { GetEarlierSpace, GetOwnSpace } from './contract.ts'

const learner = sql<string>`p.learner_id`

/** Learned in a space aliased `o` once and does so no longer: it closed, or they left it. */
export const isOver = (someone: Someone): Rule => sql<boolean>`((exists (
      select 1 from enrollment e where e.class_id = o.class_id and e.person_id = ${someone} and e.role = 'student'
        and e.opened_on <= cairn_today() and e.closed_on is distinct from e.opened_on)
    or exists (select 1 from space_seat t where t.space_id = o.id and t.person_id = ${someone} and t.role = 'student'))
  and not exists (select 1 from belongs b where b.space_id = o.id and b.person_id = ${someone})
  and not exists (select 1 from class c where c.id = o.class_id and c.opens_on > cairn_today()))`

/** When it ended for them, as far as that is known. */
export const overSince = (someone: Someone): RawBuilder<string> => sql<string>`greatest(
  (select max(least(coalesce(e.closed_on, 'infinity'), c.closes_on + 1))::timestamptz from enrollment e join class c on c.id = e.class_id
    where e.class_id = o.class_id and e.person_id = ${someone}),
  coalesce((select x.archived_at from space_archiving x where x.space_id = o.id and x.reopened_at is null),
    (select max(coalesce(t.unseated_at, (select max(coalesce(e.closed_on, cairn_today()))::timestamptz
      from enrollment e join class c on c.id = e.class_id where e.person_id = t.person_id and c.school_id = o.school_id)))
    from space_seat t where t.space_id = o.id and t.person_id = ${someone})))`

/**
 * Shown in the space aliased `o`, withdrawn or not; of a class also what its learner made in those days and showed in no
 * other space, as the timeline has it.
 */
export const isOfSpace: Rule = sql<boolean>`(exists (select 1 from share s where s.piece_id = p.id and s.space_id = o.id)
  or (not exists (select 1 from share s where s.piece_id = p.id and s.space_id is not null)
    and exists (select 1 from enrollment e where e.class_id = o.class_id and e.person_id = p.learner_id and e.role = 'student'
      and e.opened_on <= p.created_at::date and coalesce(e.closed_on, 'infinity') > p.created_at::date)))`

/** Work of one's own that stands in no space, or only in such as are hidden from them: it is found all the same. */
export const ownPieces = (me: Someone) => sql`(select p.* from piece p
  where ${isLearner(me, learner)} and ${seesPiece(me)} and not ${isDeleted}
    and not exists (select 1 from live_share s where s.piece_id = p.id and s.space_id is not null
      and not exists (select 1 from belongs b where b.space_id = s.space_id and b.person_id = ${me} and b.state = 'hidden')))`

const pageOfTiles = 60

const workPairs = sql`'pieces', coalesce((select json_agg(${tileJson} order by p.grown_at desc) from page p), '[]'),
  'next', (select case when count(*) = ${pageOfTiles} then min(grown_at) end from page)`
const before = (input: { before?: string | undefined }) =>
  sql<boolean>`p.grown_at < coalesce(${input.before ?? null}::timestamptz, 'infinity')`

export function readOwnSpace(
  { db, viewer }: Context,
  input: InputOf<typeof GetOwnSpace>,
): Promise<JsonText<OutputOf<typeof GetOwnSpace>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (select p.* from ${ownPieces(person(viewer.personId))} p where ${before(input)}
        order by p.grown_at desc limit ${pageOfTiles})
      select json_build_object(${workPairs})::text as json`,
  )
}

/** For whoever learned there, for ever: their own work and nobody else's. */
export function readEarlierSpace(
  { db, viewer }: Context,
  input: InputOf<typeof GetEarlierSpace>,
): Promise<JsonText<OutputOf<typeof GetEarlierSpace>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      with page as materialized (select p.* from piece p join space o on o.id = ${input.id}
        where ${isLearner(me, learner)} and ${isOfSpace} and ${seesPiece(me)} and not ${isDeleted} and ${before(input)}
        order by p.grown_at desc limit ${pageOfTiles})
      select json_build_object('space', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
          'classId', o.class_id, 'school', h.name, 'until', ${overSince(me)}), ${workPairs})::text as json
      from space o left join class c on c.id = o.class_id join school h on h.id = coalesce(o.school_id, c.school_id)
      where o.id = ${input.id} and ${isOver(me)}`,
  )
}
