import { either, leads, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who sees which guardians of a class came in: its teachers, and whoever answers for its school. A row of class is `c`. */
export const seesFamilies = (viewer: Someone): Rule =>
  either(
    leads(viewer, sql<string>`c.school_id`),
    sql<boolean>`exists (select 1 from space o where o.class_id = c.id and ${teachesIn(viewer, sql<string>`o.id`)})`,
  )

/** Guards somebody who is in the class today. */
export const guardsInClass = (guardian: Someone): Rule => sql<boolean>`exists (
  select 1 from guards g join open_enrollment e on e.person_id = g.learner_id and e.role = 'student'
  where g.guardian_id = ${guardian} and e.class_id = c.id)`

/**
 * Comes in by link: somebody who is a guardian and nothing else here, and has no password. A link made by a colleague
 * must never open what a teacher, an office or a learner sees.
 */
export const comesByLink = (guardian: Someone): Rule => sql<boolean>`(
  exists (select 1 from guards g where g.guardian_id = ${guardian})
  and not exists (select 1 from enrollment e where e.person_id = ${guardian})
  and not exists (select 1 from duty y where y.person_id = ${guardian})
  and not exists (select 1 from account a where a.person_id = ${guardian} and a.password_hash is not null))`
