import {
  both,
  either,
  keepsSpace,
  learnsIn,
  type Rule,
  seesSpace,
  type Someone,
  teachesIn,
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
  both(learnsIn(learner, space), sql<boolean>`space_says(o.id, 'families') <> 'hidden'`)

/** Who opens spaces at a school aliased `k`: whoever teaches there today. */
export const opensSpacesAt = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from open_enrollment e where e.person_id = ${viewer} and e.role = 'teacher' and e.school_id = k.id)`

/** Whom they may bring in there, as `n`: a learner whom they teach at that school, a colleague who teaches there. */
export const maySeatAs = (viewer: Someone, role: 'student' | 'teacher'): Rule =>
  role === 'teacher'
    ? opensSpacesAt(sql<string>`n.id`)
    : sql<boolean>`exists (select 1 from teaches t join class c on c.id = t.class_id
        where t.teacher_id = ${viewer} and t.learner_id = n.id and c.school_id = k.id)`
