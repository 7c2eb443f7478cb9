import { both, either, guards, isLearner, type Rule, type Someone, teaches } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/**
 * Who may see a presentation of learning, a row of defense aliased `d`, and what may be done with an attempt, a row of
 * defense_standing_attempt aliased `a`. The learner's teachers arrange it and say what the panel came to; whoever sits
 * on the panel sees it and writes what they saw while they teach at the learner's school; nobody but the learner
 * writes what is the learner's.
 */
const learner = sql<string>`d.learner_id`

export const isCalledOff: Rule = sql<boolean>`exists (select 1 from defense_calling_off e where e.defense_id = d.id)`
export const goesOn: Rule = sql<boolean>`not ${isCalledOff}`
const isUndecided: Rule = sql<boolean>`(a.outcome is null)`

/** Teaches today at a school where the learner is enrolled: only they can be asked onto a panel, or sit on it. */
export const isAtTheirSchool = (someone: Someone, theLearner: Someone): Rule => sql<boolean>`exists (
  select 1 from open_enrollment u join open_enrollment v on v.school_id = u.school_id
  where u.person_id = ${someone} and u.role = 'teacher' and v.person_id = ${theLearner} and v.role = 'student')`

const sitsIn = (viewer: Someone): Rule =>
  both(
    sql<boolean>`a.panel @> jsonb_build_array(jsonb_build_object('personId', ${viewer}))`,
    isAtTheirSchool(viewer, learner),
  )

const sitsOnPanel = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from defense_standing_attempt a where a.defense_id = d.id and ${sitsIn(viewer)})`

export const ownsDefense = (viewer: Someone): Rule => isLearner(viewer, learner)
export const arrangesDefense = (viewer: Someone): Rule => teaches(viewer, learner)

export const seesDefense = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), teaches(viewer, learner), sitsOnPanel(viewer))

/** What the panel says among itself is the panel's until it has come to something. */
export const readsNotes = (viewer: Someone): Rule =>
  either(sql<boolean>`not ${isUndecided}`, teaches(viewer, learner), sitsIn(viewer))

const isToCome: Rule = sql<boolean>`(a.is_latest and a.begins_at > cairn_now())`
/** A pass ends with the day, whatever hour it was handed on. */
const isOpenYet: Rule = sql<boolean>`(a.closes_at > cairn_now())`

export const attemptActs = (viewer: Someone) => ({
  arrange: both(goesOn, isUndecided, teaches(viewer, learner)),
  revise: both(goesOn, isUndecided, isToCome, teaches(viewer, learner)),
  handPass: both(goesOn, isUndecided, isOpenYet, teaches(viewer, learner)),
  note: both(goesOn, isUndecided, sitsIn(viewer)),
  writeDown: both(goesOn, isUndecided, either(teaches(viewer, learner), sitsIn(viewer))),
  decide: both(goesOn, isUndecided, teaches(viewer, learner)),
  open: both(goesOn, isUndecided, isLearner(viewer, learner)),
  answer: both(sql<boolean>`not ${isUndecided}`, isLearner(viewer, learner)),
  invite: both(goesOn, isLearner(viewer, learner)),
})

/** A row of defense_pass aliased `p`: those who hand it on. */
export const handsPass = (viewer: Someone): Rule => teaches(viewer, learner)

/** Whom of their family a learner asked, a row of defense_standing_invitation aliased `i`: each sees their own alone. */
export const isAskedThere = (viewer: Someone): Rule =>
  both(sql<boolean>`(i.guardian_id = ${viewer})`, guards(viewer, learner))

/** After "not yet" only, and one attempt at a time. */
const waitsForAnother: Rule = sql<boolean>`exists (
  select 1 from defense_standing_attempt a where a.defense_id = d.id and a.is_latest and a.outcome = 'again')`

export const defenseActs = (viewer: Someone) => ({
  callAgain: both(goesOn, teaches(viewer, learner), waitsForAnother),
  callOff: both(goesOn, teaches(viewer, learner)),
})
