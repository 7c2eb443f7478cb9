import {
  addsTo,
  belongs,
  both,
  either,
  isLearner,
  type Rule,
  seesSpace,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { sql } from '../platform/database.ts'
import { isDeleted, seesPiece } from '../work/policy.ts'

/**
 * Who takes part in a critique round, sees what was brought to it and reads what was said. Rows are aliased
 * `o` (a round), `g` (a bringing to it), `q` (a critique of that) and `p`, `i` (the piece and attempt brought).
 *
 * A table is closed: its learners see what its learners brought while the round runs, both belong to the class
 * and its teachers allow it. The teachers of the class see all of it. Families see none of it: a peer's first
 * name in one's child's class is a peer's name, and whoever gave the words was told exactly who reads them.
 */
const space = sql<string>`o.space_id`
const maker = sql<string>`g.learner_id`

const isRunning: Rule = sql<boolean>`exists (select 1 from running_critique_round running where running.id = o.id)`

export const runsRound = (viewer: Someone): Rule => teachesIn(viewer, space)

const isSeated = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from critique_table seat where seat.round_id = o.id and seat.learner_id = ${viewer})`

const takesPart = (viewer: Someone): Rule =>
  both(isSeated(viewer), seesSpace(viewer, space), sql<boolean>`o.opens_on <= cairn_today()`)

export const seesRound = (viewer: Someone): Rule => either(runsRound(viewer), takesPart(viewer))

const hasEnded: Rule = sql<boolean>`(o.closes_on < cairn_today()
  or exists (select 1 from critique_round_ending ended where ended.round_id = o.id))`

export const roundActs = (viewer: Someone) => ({
  arrange: both(runsRound(viewer), sql<boolean>`not ${hasEnded}`),
  end: runsRound(viewer),
  bring: both(takesPart(viewer), addsTo(viewer, space), isRunning),
})

export const roundRuns = isRunning

const isAtTable = (viewer: Someone, other: Someone): Rule => sql<boolean>`exists (
  select 1 from critique_table mine join critique_table theirs
    on theirs.round_id = mine.round_id and theirs.table_number = mine.table_number
  where mine.round_id = o.id and mine.learner_id = ${viewer} and theirs.learner_id = ${other})`

/** The next ones round the table are those a learner is asked to answer. */
export const isTurnOf = (giver: Someone, other: Someone): Rule => sql<boolean>`exists (
  select 1 from critique_table mine join critique_table theirs
    on theirs.round_id = mine.round_id and theirs.table_number = mine.table_number
  where mine.round_id = o.id and mine.learner_id = ${giver} and theirs.learner_id = ${other}
    and mod(theirs.place - mine.place + mine.seats, mine.seats) between 1 and o.gives)`

const lies: Rule = both(
  sql<boolean>`exists (select 1 from standing_bringing lying where lying.id = g.id)`,
  isRunning,
  belongs(maker, space),
  sql<boolean>`not ${isDeleted}`,
  sql<boolean>`not exists (select 1 from standing_deletion gone where gone.iteration_id = i.id)`,
)

/** Everybody but the maker sees it only while it lies on the table. */
export const seesBringing = (viewer: Someone): Rule =>
  either(
    isLearner(viewer, maker),
    both(lies, either(runsRound(viewer), both(seesSpace(viewer, space), isAtTable(viewer, maker)))),
  )

const isOther = (viewer: Someone): Rule => sql<boolean>`${maker} <> ${viewer}`

export const bringingActs = (viewer: Someone) => ({
  give: both(isOther(viewer), lies, addsTo(viewer, space), isAtTable(viewer, maker)),
  takeBack: both(
    isLearner(viewer, maker),
    sql<boolean>`exists (select 1 from standing_bringing lying where lying.id = g.id)`,
  ),
})

export const isHidden: Rule = sql<boolean>`exists (select 1 from hidden_critique hiding where hiding.critique_id = q.id)`

const isGiver = (viewer: Someone): Rule => sql<boolean>`q.given_by = ${viewer}`

/** Whoever gave it keeps their words; hidden, they and the teachers alone still read them. */
export const seesCritique = (viewer: Someone): Rule =>
  either(
    isGiver(viewer),
    runsRound(viewer),
    both(sql<boolean>`not ${isHidden}`, either(isLearner(viewer, maker), seesBringing(viewer))),
  )

export const critiqueActs = (viewer: Someone) => ({
  revise: both(isGiver(viewer), sql<boolean>`not ${isHidden}`, bringingActs(viewer).give),
  answer: both(isLearner(viewer, maker), sql<boolean>`not ${isHidden}`),
  reply: both(isLearner(viewer, maker), sql<boolean>`not ${isHidden}`, isRunning),
  report: sql<boolean>`not ${isGiver(viewer)}`,
  decide: runsRound(viewer),
})

/** On a piece's own page: its learner, and of its readers the teachers of the round. */
export const readsPieceCritique = (viewer: Someone): Rule =>
  either(
    both(isLearner(viewer, maker), sql<boolean>`not ${isHidden}`),
    both(seesPiece(viewer), runsRound(viewer)),
  )

const broughtWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from part t join iteration i on i.id = t.iteration_id join piece p on p.id = i.piece_id
    join bringing g on g.iteration_id = i.id join critique_round o on o.id = g.round_id
  where t.media_id = m.id and ${condition})`

/** What is brought shows what it holds today, and nothing else of the piece. Its own carrier is the work. */
export const bringingCarries: Carrier = {
  carries: sql<boolean>`false`,
  shows: broughtWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    broughtWhere(both(sql<boolean>`t.revision = i.revision`, isOther(viewer), seesBringing(viewer))),
  revises: () => sql<boolean>`true`,
}

const saidWhere = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from critique_word word join critique q on q.id = word.critique_id
    join bringing g on g.id = q.bringing_id join critique_round o on o.id = g.round_id
    join iteration i on i.id = g.iteration_id join piece p on p.id = i.piece_id
  where word.media_id = m.id and ${condition})`

/** A voice is heard by whoever reads the words beside it. */
export const critiqueCarries: Carrier = {
  carries: saidWhere(sql<boolean>`true`),
  reaches: (viewer) =>
    saidWhere(either(isGiver(viewer), both(sql<boolean>`word.revision = q.revision`, seesCritique(viewer)))),
  revises: (viewer) => sql<boolean>`not ${saidWhere(sql<boolean>`not ${isGiver(viewer)}`)}`,
}
