import { either, leads, type Rule, type Someone, teachesIn } from '../access/relations.ts'
import { isOnlyLearner } from '../cards/policy.ts'
import { sql } from '../platform/database.ts'

/** A row of class is `c`. */
export const teachesClass = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from space o where o.class_id = c.id and ${teachesIn(viewer, sql<string>`o.id`)})`

export const makesPasswords = (viewer: Someone): Rule =>
  either(leads(viewer, sql<string>`c.school_id`), teachesClass(viewer))

/**
 * A learner `n` with their account `a`, if any. Whoever does not teach them makes a way in only for somebody who was
 * never in: a duty opens counts, never a child's work.
 */
export const mayGetPassword = (viewer: Someone): Rule => sql<boolean>`(${isOnlyLearner(sql<string>`n.id`)}
  and (a.id is null or (a.password_hash is null and ${teachesClass(viewer)})))`

/** Teaches at the school `s`, or leads it, and has never been let in; a duty in the whole district is given by hand. */
export const staffWithoutWay: Rule = sql<boolean>`(
  (exists (select 1 from enrollment e join class c on c.id = e.class_id
      where e.person_id = n.id and e.role = 'teacher' and c.school_id = s.id and c.closes_on >= cairn_today()
        and (e.closed_on is null or e.closed_on > cairn_today()))
    or exists (select 1 from serves v where v.person_id = n.id and v.school_id = s.id and v.kind = 'principal'))
  and not exists (select 1 from serves v where v.person_id = n.id and v.school_id is null)
  and not exists (select 1 from account a where a.person_id = n.id))`
