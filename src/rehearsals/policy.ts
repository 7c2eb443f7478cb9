import { both, isLearner, type Rule, type Someone } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/** A rehearsal aliased `h` is its learner's, and nobody else's: there is no other tie here. */
export const seesRehearsal = (viewer: Someone): Rule =>
  both(isLearner(viewer, sql<string>`h.learner_id`), sql<boolean>`h.deleted_at is null`)

const held = (condition: Rule): Rule =>
  sql<boolean>`exists (select 1 from rehearsal h where h.media_id = m.id and ${condition})`

export const rehearsalCarries: Carrier = {
  carries: held(sql<boolean>`true`),
  reaches: (viewer) => held(seesRehearsal(viewer)),
  revises: (viewer) => sql<boolean>`not ${held(sql<boolean>`h.learner_id <> ${viewer}`)}`,
}
