import {
  addsTo,
  both,
  either,
  guards,
  isLearner,
  keepsSpace,
  learnsIn,
  type Rule,
  type Someone,
  teachesIn,
  teachesThere,
} from '../access/relations.ts'
import { sql } from '../platform/database.ts'
import { isDeleted, isReachedBy } from '../work/policy.ts'

/**
 * Who says something about a piece aliased `p` in a space aliased `o`, and who reads what was said (`k`). It is about
 * work that is shown to that space at this moment, and only where its teachers allow it. Peers read each other; what a
 * guardian says is read by their child and the teachers; no family reads what another child said.
 */
const learner = sql<string>`p.learner_id`
const author = sql<string>`k.author_id`
const space = sql<string>`o.id`

const isAllowed: Rule = sql<boolean>`space_says(o.id, 'remarks') = 'yes'`

/** By the rule of the work itself, asked of the shares with this space alone: to its learner too while they are there. */
const isShownThere = (viewer: Someone): Rule => sql<boolean>`(not ${isDeleted} and exists (
  select 1 from live_share s where s.piece_id = p.id and s.space_id = o.id and s.audience = 'class'
    and ${isReachedBy(viewer)}))`

/** A guardian of its learner, where the space is active for families and the work is shown to the family too. */
const answersFamily = (viewer: Someone): Rule =>
  both(
    guards(viewer, learner),
    learnsIn(learner, space),
    sql<boolean>`space_says(o.id, 'families') = 'active'`,
    sql<boolean>`exists (select 1 from live_share s where s.piece_id = p.id and s.audience = 'family')`,
    isShownThere(learner),
  )

export const maySay = (viewer: Someone): Rule =>
  both(isAllowed, either(both(isShownThere(viewer), addsTo(viewer, space)), answersFamily(viewer)))

/** In whose list of spaces beside a piece it is named. */
export const readsThere = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), isShownThere(viewer), answersFamily(viewer))

const isHidden: Rule = sql<boolean>`exists (select 1 from hidden_remark hiding where hiding.remark_id = k.id)`

/** Said as a guardian it is no peer's to read; its author is neither a learner nor a teacher there. */
const isOfSpace: Rule = either(isLearner(author, learner), learnsIn(author, space), teachesIn(author, space))

const isOthers = (viewer: Someone): Rule => sql<boolean>`${author} <> ${viewer}`

/** Never of one's own words: whoever said them is not told who asked that somebody look at them. */
const moderates = (viewer: Someone): Rule =>
  both(isOthers(viewer), teachesThere(viewer, learner, space), isShownThere(viewer))

/** There is a teacher to look at it who did not say it. */
const isLookedAt: Rule = sql<boolean>`exists (
  select 1 from belongs b where b.space_id = o.id and b.role = 'teacher' and b.person_id <> ${author})`

/** Taking back what was reported does not take it from the teachers who were asked to look. */
const isReported: Rule = sql<boolean>`exists (select 1 from remark_report asked where asked.remark_id = k.id)`

/**
 * Where somebody asked and nobody has dealt with it, the teachers of that space read the words, whatever became of the
 * work or of the space meanwhile. It opens nothing of the work itself.
 */
export const answersReport = (viewer: Someone): Rule =>
  both(
    sql<boolean>`exists (select 1 from open_remark_report asked where asked.remark_id = k.id)`,
    isOthers(viewer),
    either(teachesIn(viewer, space), keepsSpace(viewer, space)),
  )

export const seesRemark = (viewer: Someone): Rule => either(answersReport(viewer), readsRemark(viewer))

const readsRemark = (viewer: Someone): Rule =>
  both(
    either(sql<boolean>`k.taken_back_at is null`, both(isReported, moderates(viewer))),
    either(
      both(sql<boolean>`${author} = ${viewer}`, readsThere(viewer)),
      moderates(viewer),
      both(
        sql<boolean>`not ${isHidden}`,
        either(isLearner(viewer, learner), both(isAllowed, isOfSpace, isShownThere(viewer))),
      ),
    ),
  )

export const remarkActs = (viewer: Someone) => ({
  takeBack: sql<boolean>`${author} = ${viewer}`,
  report: both(isOthers(viewer), isLookedAt),
  decide: either(moderates(viewer), answersReport(viewer)),
})

export const remarkIsHidden = isHidden
