import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** The office of the district alone: whoever gives somebody a new password can come in as them. */
export const keepsRegister = (viewer: Someone): Rule => runsDistrict(viewer)

/**
 * Somebody aliased `n` who learned in a class here within a year has no duty beside it: over a summer no class stands,
 * and a child is easily taken for a parent of the same name.
 */
export const takesDuties: Rule = sql<boolean>`not exists (
  select 1 from enrollment e join class c on c.id = e.class_id where e.person_id = n.id and e.role = 'student'
    and e.closed_on is distinct from e.opened_on and coalesce(least(e.closed_on, c.closes_on + 1), 'infinity') > cairn_today() - 365)`
