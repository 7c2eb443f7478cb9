import { both, either, isLearner, type Rule, type Someone } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { answersWork, pieceActs, seesPiece } from '../work/policy.ts'

/**
 * Feedback stands on an iteration of a piece aliased `p` and is a row aliased `f`. Of those who see the
 * piece, the learner, the teachers and the family read it; classmates do not.
 */
const learner = sql<string>`p.learner_id`

export const readsFeedback = (viewer: Someone): Rule =>
  both(seesPiece(viewer), pieceActs(viewer).readFeedback)

/** An iteration aliased `i` that was not deleted: what was said about it is there as long as it is. */
export const iterationStands: Rule = sql<boolean>`not exists (
  select 1 from standing_deletion d where d.iteration_id = i.id)`

export const isRetracted: Rule = sql<boolean>`exists (select 1 from retraction x where x.feedback_id = f.id)`

const stands: Rule = sql<boolean>`not ${isRetracted}`

const isOwn = (viewer: Someone): Rule =>
  both(sql<boolean>`f.given_by = ${viewer}`, answersWork(viewer), stands)

export const feedbackActs = (viewer: Someone) => ({
  // also to what was taken back meanwhile: an answer given without a network is not lost
  reply: isLearner(viewer, learner),
  revise: isOwn(viewer),
  retract: isOwn(viewer),
})

const feedbackHolds = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from feedback f join iteration i on i.id = f.iteration_id join piece p on p.id = i.piece_id
  where f.media_id = m.id and ${condition})`

const replyHolds = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from reply r join feedback f on f.id = r.feedback_id join iteration i on i.id = f.iteration_id
    join piece p on p.id = i.piece_id
  where r.media_id = m.id and ${condition})`

const any: Rule = sql<boolean>`true`
const carried = either(feedbackHolds(any), replyHolds(any))

/** What is said in feedback and replies is heard by whoever reads them, and by nobody else. */
export const feedbackCarries: Carrier = {
  carries: carried,
  reaches: (viewer) =>
    either(
      feedbackHolds(both(readsFeedback(viewer), iterationStands, stands)),
      replyHolds(both(readsFeedback(viewer), iterationStands)),
    ),
  revises: (viewer) =>
    both(
      carried,
      sql<boolean>`not ${feedbackHolds(sql<boolean>`not ${isOwn(viewer)}`)}`,
      sql<boolean>`not ${replyHolds(sql<boolean>`not ${isLearner(viewer, learner)}`)}`,
    ),
}
