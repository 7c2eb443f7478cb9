import { both, either, isLearner, type Rule, type Someone } from '../access/relations.ts'
import { readsFeedback } from '../feedback/policy.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { answersWork, pieceActs } from '../work/policy.ts'

/**
 * The focus, the return and the exemplars of a piece aliased `p` are for those who read its feedback. A
 * return is a row aliased `g`, an exemplar a row aliased `e`.
 */
const learner = sql<string>`p.learner_id`

export const roundActs = (viewer: Someone) => {
  const { revise, giveFeedback } = pieceActs(viewer)
  return { setFocus: either(revise, giveFeedback), giveBack: giveFeedback, placeExemplar: giveFeedback }
}

const isOpen: Rule = sql<boolean>`(
  not exists (select 1 from return_withdrawal w where w.return_id = g.id)
  and not exists (select 1 from return_answer a where a.return_id = g.id))`

/** A later attempt is the answer that was hoped for. */
export const isFollowed: Rule = sql<boolean>`exists (
  select 1 from iteration j where j.piece_id = i.piece_id and j.number > i.number
    and not exists (select 1 from standing_deletion d where d.iteration_id = j.id))`

export const returnActs = (viewer: Someone) => ({
  withdraw: both(sql<boolean>`g.returned_by = ${viewer}`, answersWork(viewer), isOpen),
  answer: both(isLearner(viewer, learner), isOpen),
})

/** What waits for the learner. */
export const isWaiting: Rule = both(isOpen, sql<boolean>`not ${isFollowed}`)

export const isRemoved: Rule = sql<boolean>`exists (
  select 1 from exemplar_removal x where x.exemplar_id = e.id)`

export const exemplarActs = (viewer: Someone) => ({
  remove: both(sql<boolean>`e.placed_by = ${viewer}`, answersWork(viewer)),
})

/** An exemplar that came with feedback goes with it. */
export const exemplarStands: Rule = sql<boolean>`(not ${isRemoved} and not exists (
  select 1 from retraction x where x.feedback_id = e.feedback_id))`

const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from exemplar e join piece p on p.id = e.piece_id where e.media_id = m.id and ${condition})`

const carried = isCarriedWhere(sql<boolean>`true`)

export const exemplarCarries: Carrier = {
  carries: carried,
  reaches: (viewer) => isCarriedWhere(both(exemplarStands, readsFeedback(viewer))),
  revises: (viewer) =>
    both(carried, sql<boolean>`not ${isCarriedWhere(sql<boolean>`e.placed_by <> ${viewer}`)}`),
}
