import { both, either, guards, learnsIn, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a round, a row of conference_rounds aliased `r` with the space of its class aliased `s`, and what
 * may be done with it: the class's teachers run it together; its learners and their guardians read it.
 */
const space = sql<string>`s.id`
const stands: Rule = sql<boolean>`(r.withdrawn_at is null)`

const guardsSomebodyIn = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from belongs b where b.space_id = ${space} and b.role = 'student'
    and ${guards(viewer, sql<string>`b.person_id`)})`

export const seesRound = (viewer: Someone): Rule =>
  either(teachesIn(viewer, space), learnsIn(viewer, space), guardsSomebodyIn(viewer))

export const roundActs = (viewer: Someone) => ({
  revise: both(stands, teachesIn(viewer, space)),
  withdraw: teachesIn(viewer, space),
  seeReadiness: teachesIn(viewer, space),
  prepare: both(stands, learnsIn(viewer, space)),
})
