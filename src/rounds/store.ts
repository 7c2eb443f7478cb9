import { may } from '../access/may.ts'
import { isLearner, person } from '../access/relations.ts'
import { iterationStands, readsFeedback } from '../feedback/policy.ts'
import type { OutputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { isDeleted } from '../work/policy.ts'
import { personJson, tileJson } from '../work/tile-store.ts'
import type { GetRounds, ListReturned } from './contract.ts'
import { exemplarsJson } from './exemplar-store.ts'
import { isWaiting, returnActs, roundActs } from './policy.ts'

const focusesJson = sql`coalesce((
  select json_agg(json_build_object('iterationId', i.id, 'words', o.words,
    'setBy', ${personJson(sql<string>`o.set_by`)}, 'setAt', o.set_at) order by i.number)
  from iteration i join lateral (select * from focus o where o.iteration_id = i.id
    order by o.set_at desc, o.id desc limit 1) o on true
  where i.piece_id = p.id and ${iterationStands} and o.words <> ''), '[]')`

const returnsJson = (me: ReturnType<typeof person>) => sql`coalesce((
  select json_agg(json_build_object('id', g.id, 'iterationId', i.id, 'tryNext', g.try_next,
    'returnedBy', ${personJson(sql<string>`g.returned_by`)}, 'returnedAt', g.returned_at,
    'nextNumber', (select min(j.number) from iteration j where j.piece_id = i.piece_id and j.number > i.number
      and not exists (select 1 from standing_deletion d where d.iteration_id = j.id)),
    'answer', (select json_build_object('why', a.why, 'at', a.answered_at) from return_answer a where a.return_id = g.id),
    'may', ${may(returnActs(me))}) order by g.returned_at)
  from iteration i join iteration_return g on g.iteration_id = i.id
  where i.piece_id = p.id and ${iterationStands}
    and not exists (select 1 from return_withdrawal w where w.return_id = g.id)), '[]')`

export function readRounds(
  { db, viewer }: Context,
  pieceId: string,
): Promise<JsonText<OutputOf<typeof GetRounds>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('focuses', ${focusesJson}, 'returns', ${returnsJson(me)},
        'exemplars', ${exemplarsJson(me)}, 'may', ${may(roundActs(me))})::text as json
      from piece p where p.id = ${pieceId} and ${readsFeedback(me)}`,
  )
}

/** Work of the viewer's own that came back and waits for another go. */
export function readReturned({ db, viewer }: Context): Promise<JsonText<OutputOf<typeof ListReturned>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object('id', g.id, 'tryNext', g.try_next,
        'returnedBy', ${personJson(sql<string>`g.returned_by`)}, 'returnedAt', g.returned_at,
        'iterationNumber', i.number, 'piece', ${tileJson}) order by g.returned_at desc), '[]')::text as json
      from piece p join iteration i on i.piece_id = p.id join iteration_return g on g.iteration_id = i.id
      where ${isLearner(me, sql<string>`p.learner_id`)} and not ${isDeleted} and ${iterationStands} and ${isWaiting}`,
  )
}

/** Finds an iteration for an act of a round: undefined when the viewer does not read its feedback. */
export async function roundFor(
  { db, viewer }: Context,
  iterationId: string,
  act: keyof ReturnType<typeof roundActs>,
): Promise<{ allowed: boolean } | undefined> {
  const me = person(viewer.personId)
  const found = await sql<{ allowed: boolean }>`
    select ${roundActs(me)[act]} as allowed from iteration i join piece p on p.id = i.piece_id
    where i.id = ${iterationId} and ${readsFeedback(me)} and ${iterationStands}`.execute(db)
  return found.rows[0]
}

/** False when the id is taken. */
export async function insertFocus(
  { db, viewer, now }: Context,
  focus: { id: string; iterationId: string; words: string },
): Promise<boolean> {
  const result = await db
    .insertInto('focus')
    .values({
      id: focus.id,
      district_id: viewer.districtId,
      iteration_id: focus.iterationId,
      words: focus.words,
      set_by: viewer.personId,
      set_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptFocus({ db }: Context, id: string) {
  return db
    .selectFrom('focus')
    .select(['iteration_id as iterationId', 'words', 'set_by as setBy'])
    .where('id', '=', id)
    .executeTakeFirst()
}
