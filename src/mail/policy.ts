import { either, leads, type Rule, type Someone, teaches } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Guards somebody whom the viewer teaches, or who is at a school the viewer answers for. */
export const invitesGuardian = (viewer: Someone, guardian: Someone): Rule => sql<boolean>`exists (
  select 1 from guards g where g.guardian_id = ${guardian} and ${either(
    teaches(viewer, sql<string>`g.learner_id`),
    sql<boolean>`exists (select 1 from open_enrollment e where e.person_id = g.learner_id and e.role = 'student'
      and ${leads(viewer, sql<string>`e.school_id`)})`,
  )})`
