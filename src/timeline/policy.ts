import {
  both,
  either,
  guards,
  isHiddenFrom,
  isHiddenFromFamilies,
  isLearner,
  type Rule,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import { iterationStands, readsFeedback } from '../feedback/policy.ts'
import { seesGoal } from '../goals/policy.ts'
import { readsLetter } from '../letters/policy.ts'
import { sql } from '../platform/database.ts'
import { seesReflection } from '../reflections/policy.ts'
import { seesClaim } from '../self-assessment/policy.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'

/**
 * Of a row aliased `e`: whoever sees what the entry stands for sees the entry, by that module's own rule. What
 * was deleted stands nowhere, not even for its learner, who finds it among the deleted.
 */
export const seesEntry = (viewer: Someone): Rule => sql<boolean>`case e.kind
  when 'attempt' then exists (select 1 from iteration i join piece p on p.id = i.piece_id
    where i.id = e.iteration_id and ${iterationStands} and not ${isDeleted} and ${seesPiece(viewer)})
  when 'reflection' then exists (select 1 from standing_reflection r
    where r.id = e.reflection_id and ${seesReflection(viewer)})
  when 'goal' then exists (select 1 from standing_goal g where g.id = e.goal_id and ${seesGoal(viewer)})
  when 'check' then exists (select 1 from goal_check k join standing_goal g on g.id = k.goal_id
    where k.id = e.goal_check_id and ${seesGoal(viewer)})
  when 'claim' then exists (select 1 from standing_claim k where k.id = e.claim_id and ${seesClaim(viewer)})
  when 'letter' then exists (select 1 from letter l where l.id = e.letter_id and ${readsLetter(viewer)})
  end`

/** That this person posted it, wrote it down, answered it or encouraged it, where the viewer may know of that. */
export const hadHandIn = (viewer: Someone, someone: Someone): Rule => sql<boolean>`(
  exists (select 1 from iteration i join piece p on p.id = i.piece_id where i.id = e.iteration_id and (
    p.created_by = ${someone} or exists (select 1 from feedback f where f.iteration_id = i.id
      and f.given_by = ${someone} and ${readsFeedback(viewer)})))
  or exists (select 1 from reflection_revision v where v.reflection_id = e.reflection_id and v.written_by = ${someone})
  or exists (select 1 from goal_revision v where v.goal_id = e.goal_id and v.written_by = ${someone})
  or exists (select 1 from claim_revision v where v.claim_id = e.claim_id and v.written_by = ${someone})
  or exists (select 1 from encouragement y where y.goal_id = e.goal_id and y.given_by = ${someone}
    and y.taken_back_at is null))`

/** Whether a class, with its space aliased `o`, is named in a learner's timeline: while it is hidden from somebody, not to them. */
export const isNamedIn = (viewer: Someone, learner: Someone): Rule => {
  const space = sql<string>`o.id`
  return either(
    teachesIn(viewer, space),
    both(isLearner(viewer, learner), sql<boolean>`not ${isHiddenFrom(viewer, space)}`),
    both(guards(viewer, learner), sql<boolean>`not ${isHiddenFromFamilies(space)}`),
  )
}
