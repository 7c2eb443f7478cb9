import { both, either, guards, isLearner, type Rule, type Someone, teaches } from '../access/relations.ts'
import { sql } from '../platform/database.ts'
import { seesPiece } from '../work/policy.ts'

/**
 * Feedback stands on an iteration of a piece aliased `p` and is a row aliased `f`. Of those who see the
 * piece, the learner, the teachers and the family read it; classmates do not.
 */
const learner = sql<string>`p.learner_id`

export const readsFeedback = (viewer: Someone): Rule =>
  both(
    seesPiece(viewer),
    either(isLearner(viewer, learner), teaches(viewer, learner), guards(viewer, learner)),
  )

export const feedbackActs = (viewer: Someone) => ({
  reply: isLearner(viewer, learner),
  revise: both(sql<boolean>`f.given_by = ${viewer}`, teaches(viewer, learner)),
})
