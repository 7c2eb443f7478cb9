import { both, either, guards, isLearner, type Rule, type Someone, teaches } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a goal, aliased `g`, and what may be done to it. Private until its learner widens it; a teacher
 * who comes later sees what is shared with teachers, so that an open goal greets the next class by itself.
 */
const learner = sql<string>`g.learner_id`

const standing: Rule = sql<boolean>`not exists (
  select 1 from goal_deletion d where d.goal_id = g.id and d.restored_at is null)`

const isOpen: Rule = sql<boolean>`not exists (
  select 1 from goal_ending e where e.goal_id = g.id and e.reopened_at is null)`

const isSharedWith = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from goal_share a where a.goal_id = g.id and a.withdrawn_at is null and ${either(
    both(sql<boolean>`a.audience = 'teachers'`, teaches(viewer, learner)),
    both(sql<boolean>`a.audience = 'family'`, guards(viewer, learner)),
  )})`

export const seesGoal = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), both(standing, isSharedWith(viewer)))

export const goalActs = (viewer: Someone) => ({
  revise: both(isLearner(viewer, learner), standing, isOpen),
  check: both(isLearner(viewer, learner), standing, isOpen),
  end: both(isLearner(viewer, learner), standing, isOpen),
  reopen: both(isLearner(viewer, learner), standing, sql<boolean>`not ${isOpen}`),
  share: both(isLearner(viewer, learner), standing),
  remove: both(isLearner(viewer, learner), standing),
  encourage: both(sql<boolean>`not ${isLearner(viewer, learner)}`, standing, isSharedWith(viewer)),
})

const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from goal_part t join goal g on g.id = t.goal_id where t.media_id = m.id and ${condition})`

export const goalCarries: Carrier = {
  carries: isCarriedWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    isCarriedWhere(
      either(isLearner(viewer, learner), both(sql<boolean>`t.revision = g.revision`, seesGoal(viewer))),
    ),
  revises: (viewer) => sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${goalActs(viewer).share}`)}`,
}
