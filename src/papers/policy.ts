import {
  both,
  either,
  isHiddenFrom,
  isLearner,
  learnsIn,
  type Rule,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import { activityActs, isFor } from '../activities/policy.ts'
import { sql } from '../platform/database.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'

/** Who may know whose a paper is. The rules speak of a row of paper aliased `k`. */
const learner = sql<string>`k.learner_id`
const space = sql<string>`k.space_id`

/** While its learner is in that class or space, its teachers; the learner for good. A code alone opens nothing. */
export const seesPaper = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), both(teachesIn(viewer, space), learnsIn(learner, space)))

/** A sheet files work as long as there is paper; of a place that is hidden from its learner it tells them nothing. */
export const isToldPlace = (viewer: Someone): Rule => sql<boolean>`not ${isHiddenFrom(viewer, space)}`

/**
 * Who may add an attempt from paper to a piece aliased `p` that responds to an activity aliased `a`: whoever
 * may file a response to it for this learner, and sees the piece.
 */
export const mayAddFromPaper = (viewer: Someone): Rule =>
  both(
    activityActs(viewer).seeResponses,
    isFor(sql<string>`p.learner_id`),
    seesPiece(viewer),
    sql<boolean>`not ${isDeleted}`,
  )
