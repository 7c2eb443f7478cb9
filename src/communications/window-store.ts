import { type RawBuilder, sql } from '../platform/database.ts'
import { type AskedKind, askedKinds } from './communication.ts'

/**
 * The fragments of every board: which window is looked at, who is asked, and what they have done. They speak of
 * a row of standing_window aliased `w` and of a learner's enrollment aliased `e` in a class aliased `c`.
 */

const standing = sql`case when w.opens_on > cairn_today() then 'coming' when w.closes_on < cairn_today() then 'over' else 'open' end`

export const windowJson = sql`json_build_object('id', w.communication_id, 'kind', w.kind, 'name', w.name,
  'opensOn', w.opens_on, 'closesOn', w.closes_on, 'asks', w.asks, 'standing', ${standing})`

/** The school year today; it turns over in August. */
export const thisYear = sql`(extract(year from cairn_today()) - (extract(month from cairn_today()) < 8)::int)`

/**
 * What to look at when nobody says: what is open and asks for something, soonest over first; then what was over
 * last; then what comes next.
 */
export const mostPressing = sql`
  (w.opens_on <= cairn_today() and w.closes_on >= cairn_today() and w.asks <> '{}') desc,
  (w.opens_on <= cairn_today() and w.closes_on >= cairn_today()) desc,
  (w.closes_on < cairn_today()) desc,
  abs(w.closes_on - cairn_today()), w.position`

/** The windows in question: of this year, or the one asked for, whichever year it is of. */
export const isAskedOrOfThisYear = (communicationId: string | undefined): RawBuilder<boolean> =>
  communicationId === undefined
    ? sql<boolean>`w.year = ${thisYear}`
    : sql<boolean>`(w.communication_id = ${communicationId}::uuid or w.year = ${thisYear})`

export const isChosen = (communicationId: string | undefined): RawBuilder<boolean> =>
  communicationId === undefined
    ? sql<boolean>`true`
    : sql<boolean>`w.communication_id = ${communicationId}::uuid`

/**
 * Who is asked: the students of a class today, or on the last day once it is over. Whoever left before is not
 * asked here any more; whoever came brings along what they said elsewhere, because it is theirs.
 */
const countingDay = sql`least(cairn_today(), w.closes_on)`
export const isAsked = sql<boolean>`(e.role = 'student'
  and e.opened_on <= ${countingDay} and (e.closed_on is null or e.closed_on > ${countingDay})
  and c.opens_on <= ${countingDay} and c.closes_on >= ${countingDay})`

const duringWindow = (moment: RawBuilder<Date>) =>
  sql<boolean>`${moment} >= w.opens_at and ${moment} < w.closes_at`

/** What fulfils each kind: a fact about the learner in the window, with no way to its words. */
const fulfilledBy: Record<AskedKind, (learner: RawBuilder<string>) => RawBuilder<boolean>> = {
  reflection: (learner) => sql<boolean>`exists (select 1 from standing_reflection r
    where r.learner_id = ${learner} and ${duringWindow(sql<Date>`r.made_at`)})`,
  // a goal lives across terms: one that was looked at counts like one that was set
  goal: (learner) => sql<boolean>`exists (select 1 from standing_goal g where g.learner_id = ${learner}
    and (${duringWindow(sql<Date>`g.set_at`)} or exists (select 1 from goal_check k
      where k.goal_id = g.id and ${duringWindow(sql<Date>`k.checked_at`)})))`,
  // a self-assessment, at whichever competency
  claim: (learner) => sql<boolean>`exists (select 1 from standing_claim a
    where a.learner_id = ${learner} and ${duringWindow(sql<Date>`a.made_at`)})`,
  // that a meeting was held and closed; one is enough, however many households there are
  conference: (learner) => sql<boolean>`exists (select 1 from filed_conference f
    where f.learner_id = ${learner} and ${duringWindow(sql<Date>`f.closed_at`)})`,
}

/** The kinds a learner has done, as an array of words. */
export const saidBy = (learner: RawBuilder<string>): RawBuilder<string[]> =>
  sql<string[]>`array_remove(array[${sql.join(
    askedKinds.map((kind) => sql`case when ${fulfilledBy[kind](learner)} then ${sql.lit(kind)} end`),
  )}], null)`

export const remindedOn = (learner: RawBuilder<string>): RawBuilder<Date> => sql<Date>`(
  select (r.reminded_at at time zone (select time_zone from district limit 1))::date from reminder r
  where r.communication_id = w.communication_id and r.learner_id = ${learner})`

/** How many have done each kind, over rows aliased `l`. */
export const saidJson = sql`json_build_object(${sql.join(
  askedKinds.map((kind) => sql`${sql.lit(kind)}, count(*) filter (where ${sql.lit(kind)} = any(l.said))`),
)})`

/** How many, over rows aliased `l` with `said` and `complete`; the fields of `Counts`. */
export const countsJson = sql`'learners', count(l.person_id), 'said', ${saidJson},
  'complete', count(*) filter (where l.complete)`
