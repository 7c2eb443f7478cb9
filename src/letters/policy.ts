import { both, isLearner, type Rule, type Someone } from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * A letter is aliased `l`. That it is there only its learner knows; what it says they know from its day on, and
 * nobody else ever does: there is no tie that opens it.
 */
const learner = sql<string>`l.learner_id`

export const stands: Rule = sql<boolean>`not exists (
  select 1 from letter_deletion d where d.letter_id = l.id and d.restored_at is null)`

export const isOpen: Rule = sql<boolean>`(l.opens_on <= cairn_today())`

export const ownsLetter = (viewer: Someone): Rule => isLearner(viewer, learner)

export const readsLetter = (viewer: Someone): Rule => both(ownsLetter(viewer), isOpen, stands)

const isCarriedWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from letter_part t join letter l on l.id = t.letter_id where t.media_id = m.id and ${condition})`

/** Its voice is as sealed as its words, for whoever recorded it too. */
export const letterCarries: Carrier = {
  carries: isCarriedWhere(sql<boolean>`true`),
  reaches: (viewer) => isCarriedWhere(readsLetter(viewer)),
  revises: (viewer) => sql<boolean>`not ${isCarriedWhere(sql<boolean>`not ${readsLetter(viewer)}`)}`,
}
