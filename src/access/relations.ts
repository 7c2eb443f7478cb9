import { type RawBuilder, sql } from '../platform/database.ts'

/**
 * The only ties that can ever grant anything. Each is one SQL fragment over one view of db/migrations/0004;
 * `viewer` and `learner` are SQL too (a parameter or a column), so that the same rule answers "may this
 * person?" and lists everybody who may. Adding a tie is a decision (docs/decisions/0005).
 *
 * Their aliases (enrolled, teaching, expecting, guarding, belonging, seating, serving, working, staffing) are used nowhere else: a caller's column of
 * the same alias would be taken for the view's own, and `guards.learner_id = guards.learner_id` lets every
 * guardian in. A wall keeps it so (test/walls/sql-home.ts).
 */
export type Rule = RawBuilder<boolean>
export type Someone = RawBuilder<string>

export const person = (id: string): Someone => sql<string>`${id}::uuid`

export const isLearner = (viewer: Someone, learner: Someone): Rule => sql<boolean>`(${learner} = ${viewer})`

/** Has been a student of some class: their portfolio is theirs for life, enrolled today or not. */
export const hasPortfolio = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from enrollment enrolled where enrolled.person_id = ${viewer} and enrolled.role = 'student')`

/** Through enrollments of both in one class, open today. */
export const teaches = (viewer: Someone, learner: Someone): Rule =>
  sql<boolean>`exists (select 1 from teaches teaching where teaching.teacher_id = ${viewer} and teaching.learner_id = ${learner})`

export const guards = (viewer: Someone, learner: Someone): Rule =>
  sql<boolean>`exists (select 1 from guards guarding where guarding.guardian_id = ${viewer} and guarding.learner_id = ${learner})`

/** Through enrollments of both in a class that began, or begins, after that day: next year's teachers. */
export const willTeach = (viewer: Someone, learner: Someone, since: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from will_teach expecting where expecting.teacher_id = ${viewer} and expecting.learner_id = ${learner} and expecting.begins_on > ${since})`

/** Is a member of the space today: through an open enrollment in its class, or a seat in a space by hand. */
export const belongs = (someone: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs belonging where belonging.person_id = ${someone} and belonging.space_id = ${space})`

/** A member to whom the space is shown: its teachers always, its learners unless it is hidden from them. */
export const seesSpace = (viewer: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs belonging where belonging.person_id = ${viewer} and belonging.space_id = ${space} and belonging.state <> 'hidden')`

/** A learner in it, from whom its teachers hide it: it shows them nothing of itself. */
export const isHiddenFrom = (someone: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs belonging where belonging.person_id = ${someone} and belonging.space_id = ${space} and belonging.state = 'hidden')`

/** Its teachers hide it from the families of its learners. */
export const isHiddenFromFamilies = (space: RawBuilder<string>): Rule =>
  sql<boolean>`(space_says(${space}, 'families') = 'hidden')`

/** A member who may add to it: its teachers always, its learners while it is active for them. */
export const addsTo = (viewer: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs belonging where belonging.person_id = ${viewer} and belonging.space_id = ${space} and belonging.state = 'active')`

export const teachesIn = (viewer: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs belonging where belonging.person_id = ${viewer} and belonging.space_id = ${space} and belonging.role = 'teacher')`

/** Where somebody who teaches does something: in a class, named by its id, or in a space by its own. */
export type Where = { classId?: string | undefined; spaceId?: string | undefined }

/** A space aliased `s`, as it was named. */
export const isAt = ({ classId, spaceId }: Where): Rule =>
  sql<boolean>`(s.id = ${spaceId ?? null} or s.class_id = ${classId ?? null})`

/** Pages of a class call its space by the id of the class. */
export const isCalled = (id: string): Rule => isAt({ spaceId: id, classId: id })

/** Has a teacher's seat in a space by hand, archived or not: keeps who is in it and what holds there. */
export const keepsSpace = (viewer: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from standing_seat seating where seating.person_id = ${viewer} and seating.space_id = ${space} and seating.role = 'teacher')`

export const learnsIn = (someone: Someone, space: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from belongs b where b.person_id = ${someone} and b.space_id = ${space} and b.role = 'student')`

/** Teaches the learner in this very space, not only somewhere. A space by hand gives no more than that. */
export const teachesThere = (viewer: Someone, learner: Someone, space: RawBuilder<string>): Rule =>
  both(teachesIn(viewer, space), learnsIn(learner, space))

/** Has a duty at the school, or at the whole district. Duties open counts, never children's work (rule 9). */
export const serves = (viewer: Someone, school: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from serves serving where serving.person_id = ${viewer} and (serving.school_id is null or serving.school_id = ${school}))`

/** Answers for a school: its principal, its office, or the district's. Opens names and counts, never work. */
export const leads = (viewer: Someone, school: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from serves serving where serving.person_id = ${viewer} and serving.kind in ('principal', 'office')
    and (serving.school_id is null or serving.school_id = ${school}))`

/** Runs the district's office: decides what holds for every school of it. */
export const runsDistrict = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from serves serving where serving.person_id = ${viewer} and serving.school_id is null and serving.kind = 'office')`

/** Teaches in a class of that school today, or is of its staff beside the classes: keeps spaces by hand there. */
export const worksAt = (viewer: Someone, school: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from works_at working where working.person_id = ${viewer} and working.school_id = ${school})`

/** Of its staff beside the classes, a counsellor say. Opens no counts and no work. */
export const isStaffAt = (viewer: Someone, school: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from staffs staffing where staffing.person_id = ${viewer} and staffing.school_id = ${school})`

/** Was closed by hand, and not opened since: it has no class, and nothing is set for it. */
export const isClosed = (school: RawBuilder<string>): Rule =>
  sql<boolean>`exists (select 1 from school_closing x where x.school_id = ${school} and x.reopened_at is null)`

export const either = (...rules: Rule[]): Rule => sql<boolean>`(${sql.join(rules, sql` or `)})`
export const both = (...rules: Rule[]): Rule => sql<boolean>`(${sql.join(rules, sql` and `)})`
