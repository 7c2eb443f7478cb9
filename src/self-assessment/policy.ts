import { both, either, guards, isLearner, type Rule, type Someone, teaches } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'

/**
 * Who may read a claim, aliased `k`, and what may be done to it. Private until its learner widens it to teachers
 * or family. No adult writes, changes, shares or deletes one, whatever their tie or duty.
 */
const learner = sql<string>`k.learner_id`

const standing: Rule = sql<boolean>`not exists (
  select 1 from claim_deletion d where d.claim_id = k.id and d.restored_at is null)`

const isSharedWith = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from claim_share a where a.claim_id = k.id and a.withdrawn_at is null and ${either(
    both(sql<boolean>`a.audience = 'teachers'`, teaches(viewer, learner)),
    both(sql<boolean>`a.audience = 'family'`, guards(viewer, learner)),
  )})`

export const seesClaim = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), both(standing, isSharedWith(viewer)))

export const claimActs = (viewer: Someone) => ({
  revise: both(isLearner(viewer, learner), standing),
  share: both(isLearner(viewer, learner), standing),
  remove: both(isLearner(viewer, learner), standing),
})

const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from claim_part t join claim k on k.id = t.claim_id where t.media_id = m.id and ${condition})`

/** Others reach what a claim holds today; what it held before, only the learner. */
export const claimCarries: Carrier = {
  carries: isCarriedWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    isCarriedWhere(
      either(isLearner(viewer, learner), both(sql<boolean>`t.revision = k.revision`, seesClaim(viewer))),
    ),
  revises: (viewer) => sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${claimActs(viewer).revise}`)}`,
}

/** Tags stand on a piece, aliased `p`; they are for those who know its learner, never for the class wall. */
const owner = sql<string>`p.learner_id`

export const knowsOfTags = (viewer: Someone, someone: Someone): Rule =>
  either(isLearner(viewer, someone), teaches(viewer, someone), guards(viewer, someone))

export const seesTags = (viewer: Someone): Rule => both(seesPiece(viewer), knowsOfTags(viewer, owner))

export const tagActs = (viewer: Someone) => ({
  tag: both(isLearner(viewer, owner), sql<boolean>`not ${isDeleted}`),
  suggest: both(
    teaches(viewer, owner),
    sql<boolean>`not ${isLearner(viewer, owner)}`,
    sql<boolean>`not ${isDeleted}`,
  ),
})

/** A suggestion, aliased `g`, is between its learner and the teacher who made it. */
export const seesSuggestion = (viewer: Someone): Rule =>
  either(isLearner(viewer, sql<string>`g.learner_id`), sql<boolean>`g.suggested_by = ${viewer}`)

export const suggestionActs = (viewer: Someone) => ({
  answer: isLearner(viewer, sql<string>`g.learner_id`),
  takeBack: sql<boolean>`(g.suggested_by = ${viewer})`,
})
