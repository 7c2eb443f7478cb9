import {
  belongs,
  both,
  either,
  guards,
  isLearner,
  leads,
  type Rule,
  seesSpace,
  type Someone,
  teaches,
  teachesIn,
  willTeach,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { type RawBuilder, sql } from '../platform/database.ts'
import { seesPiece } from '../work/policy.ts'
import { scribedGrades } from './reflection.ts'

/**
 * Who may see a reflection, aliased `r`, and what may be done to it. Private until its learner widens it to
 * teachers or family; one on a piece or a collection is seen only beside it. Classmates never read one.
 */
const learner = sql<string>`r.learner_id`

const standing: Rule = sql<boolean>`not exists (
  select 1 from reflection_deletion d where d.reflection_id = r.id and d.restored_at is null)`

const chooser = sql<string>`o.learner_id`

export const collectionStands: Rule = sql<boolean>`not exists (
  select 1 from collection_deletion d where d.collection_id = o.id and d.restored_at is null)`

/**
 * Whom a collection, aliased `o`, is shown to by its learner. It stands here because what is said about a
 * collection is read beside it; every rule of src/collections is made of it.
 */
export const isShownCollection = (viewer: Someone): Rule =>
  both(
    collectionStands,
    sql<boolean>`exists (
      select 1 from collection_share b where b.collection_id = o.id and b.withdrawn_at is null and ${either(
        both(sql<boolean>`b.audience = 'teachers'`, teaches(viewer, chooser)),
        both(sql<boolean>`b.audience = 'family'`, guards(viewer, chooser)),
        both(
          sql<boolean>`b.audience = 'class'`,
          seesSpace(viewer, sql<string>`b.space_id`),
          belongs(chooser, sql<string>`b.space_id`),
        ),
        both(
          sql<boolean>`b.audience = 'next' and b.opens_on <= cairn_today()`,
          willTeach(viewer, chooser, sql<string>`b.shared_on`),
        ),
      )})`,
  )

const itsCollectionIsSeen = (viewer: Someone): Rule => sql<boolean>`(r.collection_id is null or exists (
  select 1 from collection o where o.id = r.collection_id and ${isShownCollection(viewer)}))`

const isSharedWith = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from reflection_share a where a.reflection_id = r.id and a.withdrawn_at is null and ${either(
    both(sql<boolean>`a.audience = 'teachers'`, teaches(viewer, learner)),
    both(sql<boolean>`a.audience = 'family'`, guards(viewer, learner)),
  )})`

const itsPieceIsSeen = (viewer: Someone): Rule => sql<boolean>`(r.piece_id is null or exists (
  select 1 from piece p where p.id = r.piece_id and ${seesPiece(viewer)}))`

export const seesReflection = (viewer: Someone): Rule =>
  either(
    isLearner(viewer, learner),
    both(standing, isSharedWith(viewer), itsPieceIsSeen(viewer), itsCollectionIsSeen(viewer)),
  )

export const reflectionActs = (viewer: Someone) => ({
  revise: both(isLearner(viewer, learner), standing),
  share: both(isLearner(viewer, learner), standing),
  remove: both(isLearner(viewer, learner), standing),
})

/** By the class they were put in last. */
export const isYoung = (someone: Someone): Rule => sql<boolean>`coalesce((
  select ltrim(young.grade, '0') in (${sql.join(scribedGrades.map((grade) => sql.lit(grade)))}) from enrollment young
  where young.person_id = ${someone} and young.role = 'student' and young.opened_on <= cairn_today()
  order by young.opened_on desc limit 1), false)`

/**
 * Who may write down what a young child says; the record then says that they did (product rule 2). Whoever is
 * older writes, speaks, draws or films it themselves.
 */
export const mayScribe = (viewer: Someone, someone: Someone): Rule =>
  both(isYoung(someone), either(teaches(viewer, someone), guards(viewer, someone)))

/** A question aliased `o` is asked of those in its class from whom that is not hidden, or of everybody at its school. */
export const isAskedOf = (someone: Someone): Rule => sql<boolean>`exists (
  select 1 from open_enrollment b where b.person_id = ${someone} and b.role = 'student' and (b.school_id = o.school_id
    or b.class_id = o.class_id and ${seesSpace(someone, sql<string>`b.space_id`)}))`

/** Who puts questions to learners, and ends them: a class's teachers to it, and whoever leads a school to all in it. */
export const putsToClass = (viewer: Someone, space: RawBuilder<string>): Rule => teachesIn(viewer, space)
export const putsToSchool = (viewer: Someone, school: RawBuilder<string>): Rule => leads(viewer, school)

const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from reflection_part t join reflection r on r.id = t.reflection_id
  where t.media_id = m.id and ${condition})`

/** Others reach what a reflection holds today; what it held before, only the learner. */
export const reflectionCarries: Carrier = {
  carries: isCarriedWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    isCarriedWhere(
      either(isLearner(viewer, learner), both(sql<boolean>`t.revision = r.revision`, seesReflection(viewer))),
    ),
  revises: (viewer) =>
    sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${reflectionActs(viewer).revise}`)}`,
}
