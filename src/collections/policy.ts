import {
  both,
  either,
  isLearner,
  type Rule,
  runsDistrict,
  seesSpace,
  serves,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { collectionStands, isShownCollection } from '../reflections/policy.ts'

/**
 * Who may see a collection, aliased `o`, and what may be done to it. Private until its learner widens it. What is
 * chosen is seen through it: choosing a piece and sharing the collection is its learner's way of showing it.
 */
const learner = sql<string>`o.learner_id`

export const seesCollection = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), isShownCollection(viewer))

export const collectionActs = (viewer: Someone) => ({
  revise: both(isLearner(viewer, learner), collectionStands),
  share: both(isLearner(viewer, learner), collectionStands),
  remove: both(isLearner(viewer, learner), collectionStands),
  open: both(isLearner(viewer, learner), collectionStands),
})

/** A template aliased `q`: read by learners and teachers where it counts, changed by those who answer for that place. */
export const usesTemplate = (viewer: Someone): Rule =>
  both(
    sql<boolean>`q.closed_at is null`,
    sql<boolean>`((q.class_id is null and q.school_id is null) or exists (
      select 1 from open_enrollment e where e.person_id = ${viewer} and (e.school_id = q.school_id
        or e.class_id = q.class_id and ${seesSpace(viewer, sql<string>`e.space_id`)})))`,
  )

export const changesTemplate = (viewer: Someone): Rule =>
  either(
    sql<boolean>`exists (select 1 from space c where c.class_id = q.class_id and ${teachesIn(viewer, sql<string>`c.id`)})`,
    both(sql<boolean>`q.school_id is not null`, serves(viewer, sql<string>`q.school_id`)),
    both(sql<boolean>`q.school_id is null and q.class_id is null`, runsDistrict(viewer)),
  )

const any: Rule = sql<boolean>`true`

/** The voice that says why, and who its learner is, in any revision. */
const isSpokenWhere = (condition: Rule): Rule => sql<boolean>`(exists (
    select 1 from collection_choice x join collection o on o.id = x.collection_id
    where x.why_media_id = m.id and ${condition})
  or exists (
    select 1 from collection_revision x join collection o on o.id = x.collection_id
    where x.about_media_id = m.id and ${condition}))`

/** The same voices in what is shown today: a choice that rests is not, and neither is the reason for it. */
const isHeardWhere = (condition: Rule): Rule => sql<boolean>`(exists (
    select 1 from present_choice x join collection o on o.id = x.collection_id
    where x.why_media_id = m.id and x.rests is null and ${condition})
  or exists (
    select 1 from collection_revision x join collection o on o.id = x.collection_id and o.revision = x.revision
    where x.about_media_id = m.id and ${condition}))`

/** Files of the work that is chosen today, and of the words that come along with it. */
const isChosenWhere = (condition: Rule): Rule => sql<boolean>`(exists (
    select 1 from part t join chosen_iteration h on h.iteration_id = t.iteration_id and h.revision = t.revision
      join collection o on o.id = h.collection_id
    where t.media_id = m.id and ${condition})
  or exists (
    select 1 from reflection_part t join reflection r on r.id = t.reflection_id and r.revision = t.revision
      join chosen_beside b on b.reflection_id = r.id join collection o on o.id = b.collection_id
    where t.media_id = m.id and ${condition})
  or exists (
    select 1 from feedback f join chosen_beside b on b.feedback_id = f.id join collection o on o.id = b.collection_id
    where f.media_id = m.id and ${condition}))`

/** A year's copy keeps the files it needs; its learner alone reaches them through it. */
const isCopiedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from collection_copy_media t join collection_copy k on k.id = t.copy_id
  where t.media_id = m.id and ${condition})`

const spoken = isSpokenWhere(any)

export const collectionCarries: Carrier = {
  carries: either(spoken, isCopiedWhere(any)),
  shows: isChosenWhere(any),
  reaches: (viewer) =>
    either(
      isSpokenWhere(isLearner(viewer, learner)),
      isHeardWhere(seesCollection(viewer)),
      isChosenWhere(seesCollection(viewer)),
      isCopiedWhere(sql<boolean>`k.learner_id = ${viewer}`),
    ),
  revises: (viewer) =>
    both(
      sql<boolean>`not ${isSpokenWhere(sql<boolean>`not ${collectionActs(viewer).revise}`)}`,
      sql<boolean>`not ${isCopiedWhere(sql<boolean>`k.learner_id <> ${viewer}`)}`,
    ),
}
