import { both, type Rule } from '../access/relations.ts'
import { isOnlyLearner } from '../cards/policy.ts'
import { sql } from '../platform/database.ts'
import { isDeleted } from '../work/policy.ts'

/** A row of standing_home_card aliased `k` opens: its learner is in its class today, and nothing else here. */
export const opens: Rule = both(
  isOnlyLearner(sql<string>`k.learner_id`),
  sql<boolean>`exists (select 1 from open_enrollment e
    where e.class_id = k.class_id and e.person_id = k.learner_id and e.role = 'student')`,
)

/** A piece `p` that its learner shares with their family today: what a card at home shows, and no more. */
export const isShownAtHome: Rule = both(
  sql<boolean>`not ${isDeleted}`,
  sql<boolean>`exists (select 1 from live_share s where s.piece_id = p.id and s.audience = 'family')`,
)
