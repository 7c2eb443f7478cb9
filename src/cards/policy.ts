import { both, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who hands out the cards of the class whose space is aliased `s`, and puts devices at its door. */
export const mayHandCards = (viewer: Someone): Rule => teachesIn(viewer, sql<string>`s.id`)

/** Who is a learner and nothing else: a code and a picture are no key to what a teacher or a parent sees. */
export const isOnlyLearner = (someone: Someone): Rule =>
  both(
    sql<boolean>`not exists (select 1 from works_at w where w.person_id = ${someone})`,
    sql<boolean>`not exists (select 1 from guards g where g.guardian_id = ${someone})`,
    sql<boolean>`not exists (select 1 from serves v where v.person_id = ${someone})`,
  )
