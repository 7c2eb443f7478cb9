import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListCritiquesWaiting } from './contract.ts'
import { isTurnOf, seesBringing } from './policy.ts'

export type NewReply = {
  id: string
  critiqueId: string
  step: string
  leave?: boolean | undefined
  text: string
}

/** False when the id is taken already. */
export async function insertReply({ db, viewer, now }: Context, reply: NewReply): Promise<boolean> {
  const result = await db
    .insertInto('critique_reply')
    .values({
      id: reply.id,
      district_id: viewer.districtId,
      critique_id: reply.critiqueId,
      step: reply.step,
      leave: reply.leave ?? null,
      body: reply.text,
      replied_by: viewer.personId,
      replied_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptReply({ db }: Context, id: string) {
  return db
    .selectFrom('critique_reply')
    .select(['critique_id as critiqueId', 'step', 'leave', 'body as text', 'replied_by as by'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertReport(
  { db, viewer, now }: Context,
  report: { id: string; critiqueId: string; why: string },
): Promise<boolean> {
  const result = await db
    .insertInto('critique_report')
    .values({
      id: report.id,
      district_id: viewer.districtId,
      critique_id: report.critiqueId,
      why: report.why,
      reported_by: viewer.personId,
      reported_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptReport({ db }: Context, id: string) {
  return db
    .selectFrom('critique_report')
    .select(['critique_id as critiqueId', 'why', 'reported_by as by'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertDecision(
  { db, viewer, now }: Context,
  decision: { id: string; critiqueId: string; hidden: boolean },
): Promise<boolean> {
  const result = await db
    .insertInto('critique_decision')
    .values({
      id: decision.id,
      district_id: viewer.districtId,
      critique_id: decision.critiqueId,
      hidden: decision.hidden,
      decided_by: viewer.personId,
      decided_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export function keptDecision({ db }: Context, id: string) {
  return db
    .selectFrom('critique_decision')
    .select(['critique_id as critiqueId', 'hidden', 'decided_by as by'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What waits for a learner: bringing something, words for their table, words on their own work. */
export function readWaiting({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListCritiquesWaiting>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(
        'round', json_build_object('id', o.id, 'title', o.title, 'closesOn', o.closes_on, 'className', k.name),
        'brought', exists (select 1 from standing_bringing g where g.round_id = o.id and g.learner_id = ${me}),
        'turns', coalesce((select json_agg(json_build_object('bringingId', g.id, 'maker', ${personJson(sql<string>`g.learner_id`)}) order by g.brought_at)
          from standing_bringing g join iteration i on i.id = g.iteration_id join piece p on p.id = i.piece_id
          where g.round_id = o.id and ${isTurnOf(me, sql<string>`g.learner_id`)} and ${seesBringing(me)}
            and not exists (select 1 from critique q where q.bringing_id = g.id and q.given_by = ${me})), '[]'),
        'unanswered', coalesce((select json_agg(json_build_object('bringingId', g.id, 'givenBy', ${personJson(sql<string>`q.given_by`)}) order by q.given_at)
          from standing_bringing g join critique q on q.bringing_id = g.id
          where g.round_id = o.id and g.learner_id = ${me}
            and not exists (select 1 from hidden_critique h where h.critique_id = q.id)
            and not exists (select 1 from critique_answer a where a.critique_id = q.id)), '[]'))
        order by o.closes_on, o.id), '[]')::text as json
      from belongs b join running_critique_round o on o.space_id = b.space_id join class k on k.id = b.class_id
      where b.person_id = ${me} and b.state <> 'hidden' and exists (select 1 from critique_table t where t.round_id = o.id and t.learner_id = ${me})`,
  )
}
