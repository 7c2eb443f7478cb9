import { may } from '../access/may.ts'
import { isLearner, person } from '../access/relations.ts'
import { restorableDays } from '../deletions/deletion.ts'
import { mediaJson } from '../media/store.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type JsonText, type RawBuilder, sql } from '../platform/database.ts'
import { readJson } from '../platform/read-json.ts'
import { mayScribe, seesReflection } from '../reflections/policy.ts'
import { knowsLearner, seesPiece } from '../work/policy.ts'
import { personJson } from '../work/tile-store.ts'
import type { ListDeletedGoals, ListGoalRevisions, ListGoals } from './contract.ts'
import { goalActs, seesGoal } from './policy.ts'

const partsJson = (revision: RawBuilder<number>) => sql`(
  select coalesce(json_agg(json_build_object('alt', t.alt,
    'media', (select ${mediaJson} from media m where m.id = t.media_id)) order by t.position), '[]')
  from goal_part t where t.goal_id = g.id and t.revision = ${revision})`

/** Evidence is named where the viewer may see it; the rest of a check they may read all the same. */
const evidenceJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object(
    'piece', (select json_build_object('id', p.id, 'title', p.title) from piece p where p.id = x.piece_id and ${seesPiece(me)}),
    'iteration', (select json_build_object('id', i.id, 'number', i.number) from iteration i join piece p on p.id = i.piece_id
      where i.id = x.iteration_id and ${seesPiece(me)}),
    'reflection', (select json_build_object('id', r.id, 'words', left(v.body, 240)) from reflection r
      join reflection_revision v on v.reflection_id = r.id and v.revision = r.revision
      where r.id = x.reflection_id and ${seesReflection(me)})) order by x.position), '[]')
  from goal_check_evidence x where x.goal_check_id = k.id)`

const checksJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('id', k.id, 'standing', k.standing, 'words', k.words,
    'checkedAt', k.checked_at,
    'scribe', case when k.checked_by <> g.learner_id then ${personJson(sql<string>`k.checked_by`)} end,
    'evidence', ${evidenceJson(me)}) order by k.checked_at, k.id), '[]')
  from goal_check k where k.goal_id = g.id)`

const encouragementsJson = (me: RawBuilder<string>) => sql`(
  select coalesce(json_agg(json_build_object('id', y.id, 'words', y.words, 'givenBy', ${personJson(sql<string>`y.given_by`)},
    'givenAt', y.given_at, 'mine', y.given_by = ${me}) order by y.given_at, y.id), '[]')
  from encouragement y where y.goal_id = g.id and y.taken_back_at is null)`

/** A row of goal `g` with its present revision `v`. */
const goalJson = (me: RawBuilder<string>): RawBuilder<string> => sql<string>`json_build_object(
  'id', g.id, 'learner', ${personJson(sql<string>`g.learner_id`)},
  'scribe', case when v.written_by <> g.learner_id then ${personJson(sql<string>`v.written_by`)} end,
  'form', g.form, 'words', v.words, 'parts', ${partsJson(sql<number>`g.revision`)}, 'competencyId', g.competency_id, 'checkOn', v.check_on,
  'setAt', g.set_at, 'revision', g.revision,
  'audiences', (select coalesce(json_agg(distinct a.audience), '[]') from goal_share a
    where a.goal_id = g.id and a.withdrawn_at is null),
  'checks', ${checksJson(me)}, 'encouragements', ${encouragementsJson(me)},
  'ending', (select json_build_object('kind', e.kind, 'words', e.words, 'endedAt', e.ended_at) from goal_ending e
    where e.goal_id = g.id and e.reopened_at is null),
  'may', ${may(goalActs(me))})`

const present = sql`join goal_revision v on v.goal_id = g.id and v.revision = g.revision`
const endedAt = sql`(select max(e.ended_at) from goal_ending e where e.goal_id = g.id and e.reopened_at is null)`
const mostGoals = 200

export function readGoals(
  { db, viewer }: Context,
  learnerId: string,
): Promise<JsonText<OutputOf<typeof ListGoals>>> {
  const me = person(viewer.personId)
  const learner = person(learnerId)
  return readJson(
    db,
    sql<{ json: string }>`
      select json_build_object('learner', ${personJson(learner)},
        'goals', coalesce((select json_agg(${goalJson(me)} order by ${endedAt} desc nulls first, g.set_at desc, g.id desc)
          from (select * from standing_goal g where g.learner_id = ${learner} and ${seesGoal(me)}
            order by g.set_at desc limit ${mostGoals}) g ${present}), '[]'),
        'may', ${may({ set: isLearner(me, learner), scribe: mayScribe(me, learner) })})::text as json
      from person x where x.id = ${learner} and ${knowsLearner(me, learner)}`,
  )
}

export function readDeletedGoals({
  db,
  viewer,
}: Context): Promise<JsonText<OutputOf<typeof ListDeletedGoals>>> {
  const me = person(viewer.personId)
  return readJson(
    db,
    sql<{ json: string }>`
      select coalesce(json_agg(json_build_object(
        'erasedOn', (d.deleted_at + ${restorableDays} * interval '1 day')::date,
        'goal', ${goalJson(me)}) order by d.deleted_at desc), '[]')::text as json
      from goal_deletion d join goal g on g.id = d.goal_id ${present}
      where d.restored_at is null and ${isLearner(me, sql<string>`g.learner_id`)}`,
  )
}

export function readEarlierGoals(
  { db, viewer }: Context,
  id: string,
): Promise<JsonText<OutputOf<typeof ListGoalRevisions>>> {
  return readJson(
    db,
    sql<{ json: string }>`
      select (select json_agg(json_build_object('revision', v.revision, 'writtenAt', v.written_at,
          'writtenBy', ${personJson(sql<string>`v.written_by`)}, 'words', v.words, 'checkOn', v.check_on,
          'parts', ${partsJson(sql<number>`v.revision`)}) order by v.revision desc)
        from goal_revision v where v.goal_id = g.id)::text as json
      from standing_goal g where g.id = ${id} and ${isLearner(person(viewer.personId), sql<string>`g.learner_id`)}`,
  )
}

type GoalAct = keyof ReturnType<typeof goalActs>

export type FoundGoal = { allowed: boolean; learnerId: string; form: string; revision: number }

/** Finds a goal for an act: undefined when it cannot be seen, `allowed` when the act is the viewer's. */
export async function goalFor(
  { db, viewer }: Context,
  id: string,
  act: GoalAct,
): Promise<FoundGoal | undefined> {
  const me = person(viewer.personId)
  const found = await sql<FoundGoal>`
    select ${goalActs(me)[act]} as allowed, g.learner_id as "learnerId", g.form, g.revision
    from goal g where g.id = ${id} and ${seesGoal(me)}`.execute(db)
  return found.rows[0]
}
