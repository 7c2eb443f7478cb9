import { both, guards, isLearner, type Rule, type Someone } from '../access/relations.ts'
import { seesConference } from '../conferences/policy.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/** A meeting `c` with its `l` and its walkthrough `k`: seen by those who see the meeting. */
const learner = sql<string>`l.learner_id`

export const sendsWalkthrough = (viewer: Someone): Rule =>
  both(
    isLearner(viewer, learner),
    sql<boolean>`not exists (select 1 from conference_closing z where z.conference_id = c.id)`,
  )

/** The family it was made for, while it is family. */
export const answersWalkthrough = (viewer: Someone): Rule =>
  both(guards(viewer, learner), seesConference(viewer))

const recorded = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from walkthrough k join conference c on c.id = k.conference_id
  join conference_learner l on l.round_id = c.round_id and l.learner_id = c.learner_id
  where k.media_id = m.id and ${condition})`

export const walkthroughCarries: Carrier = {
  carries: sql<boolean>`exists (select 1 from walkthrough k where k.media_id = m.id)`,
  reaches: (viewer) => recorded(seesConference(viewer)),
  revises: (viewer) => sql<boolean>`not ${recorded(sql<boolean>`c.learner_id <> ${viewer}`)}`,
}
