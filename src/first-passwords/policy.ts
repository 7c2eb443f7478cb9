import { both, either, leads, type Rule, type Someone, teachesIn } from '../access/relations.ts'
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

/** The made password `p` of a learner `n`, forgotten: those who teach them put another in its place. */
export const mayRenewPassword = (viewer: Someone): Rule => sql<boolean>`(${isOnlyLearner(sql<string>`n.id`)}
  and p.id is not null and a.username is not null and ${teachesClass(viewer)})`

/**
 * Of somebody `n`: no duty in the whole district, and none at a school that the viewer does not answer for. Whoever
 * prints the first password of such a person could come in to what is nothing of theirs; they get one by hand.
 */
export const answersNowhereElse = (viewer: Someone): Rule => sql<boolean>`not exists (
  select 1 from (select person_id, school_id from serves union all select person_id, school_id from staffs) v
  where v.person_id = n.id and (v.school_id is null or not ${leads(viewer, sql<string>`v.school_id`)}))`

/** Of somebody `n`: teaches at the school `s`, today or from the first day of a class on, is its principal or of its staff. */
export const worksAt: Rule = sql<boolean>`(exists (select 1 from enrollment e join class c on c.id = e.class_id
    where e.person_id = n.id and e.role = 'teacher' and c.school_id = s.id and c.closes_on >= cairn_today()
      and (e.closed_on is null or e.closed_on > cairn_today()))
  or exists (select 1 from serves v where v.person_id = n.id and v.school_id = s.id and v.kind = 'principal')
  or exists (select 1 from staffs v where v.person_id = n.id and v.school_id = s.id))`

/** Works at the school `s`, and has never been let in. */
export const staffWithoutWay = (viewer: Someone): Rule =>
  both(
    worksAt,
    answersNowhereElse(viewer),
    sql<boolean>`not exists (select 1 from account a where a.person_id = n.id)`,
  )
