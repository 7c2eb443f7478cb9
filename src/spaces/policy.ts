import {
  both,
  either,
  isHiddenFromFamilies,
  isStaffAt,
  keepsSpace,
  learnsIn,
  type Rule,
  seesSpace,
  type Someone,
  teachesIn,
  worksAt,
} from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who sees a space aliased `o`, and what may be done to it. */
const space = sql<string>`o.id`

/** Whoever keeps one by hand finds it also when it is archived. */
export const seesRoom = (viewer: Someone): Rule => either(seesSpace(viewer, space), keepsSpace(viewer, space))

export const spaceActs = (viewer: Someone) => ({
  keep: keepsSpace(viewer, space),
  setRules: either(teachesIn(viewer, space), keepsSpace(viewer, space)),
})

/** A child's space as families see it. */
export const isShownToFamilies = (learner: Someone): Rule =>
  both(learnsIn(learner, space), sql<boolean>`not ${isHiddenFromFamilies(space)}`)

/** Who opens spaces at a school aliased `k`: whoever teaches in a class there today, and its staff beside the classes. */
export const opensSpacesAt = (viewer: Someone): Rule => worksAt(viewer, sql<string>`k.id`)

/**
 * Whom they may bring in there, as `n`: a learner whom they teach at that school, a colleague who opens spaces there
 * too. Staff teach nobody and are there for any learner of the school; a seat opens what is shown in that space alone.
 */
export const maySeatAs = (viewer: Someone, role: 'student' | 'teacher'): Rule =>
  role === 'teacher'
    ? opensSpacesAt(sql<string>`n.id`)
    : sql<boolean>`exists (select 1 from open_enrollment l where l.person_id = n.id and l.role = 'student'
        and l.school_id = k.id and (${isStaffAt(viewer, sql<string>`k.id`)}
          or exists (select 1 from teaches t where t.teacher_id = ${viewer} and t.class_id = l.class_id
            and t.learner_id = l.person_id)))`
