import {
  both,
  either,
  guards,
  isLearner,
  leads,
  type Rule,
  type Someone,
  teaches,
} from '../access/relations.ts'
import type { Carrier } from '../media/policy.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** Rows: asking `q`, its answer `y`. Classmates see neither; another household never sees an answer. */
const learner = sql<string>`q.learner_id`
const stands: Rule = sql<boolean>`q.taken_back_at is null`

export const seesAsking = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), both(stands, either(guards(viewer, learner), teaches(viewer, learner))))

export const answersAsking = (viewer: Someone): Rule => both(stands, guards(viewer, learner))

const passed: Rule = sql<boolean>`(not y.held or exists (
  select 1 from asking_answer_decision d where d.answer_id = y.id and d.passes))`
const answerStands: Rule = sql<boolean>`y.taken_back_at is null`

/** Whoever gave it, the child once it may, and the teachers who read it first. */
export const seesAnswer = (viewer: Someone): Rule =>
  either(
    sql<boolean>`y.given_by = ${viewer}`,
    both(answerStands, passed, isLearner(viewer, learner)),
    both(answerStands, sql<boolean>`y.held`, teaches(viewer, learner)),
  )

export const decidesAnswer = (viewer: Someone): Rule =>
  both(answerStands, sql<boolean>`y.held`, teaches(viewer, learner))

export const setsAnswerRule = (viewer: Someone, school: RawBuilder<string>): Rule => leads(viewer, school)

const asked = (condition: Rule): Rule =>
  sql<boolean>`exists (select 1 from asking q where q.media_id = m.id and ${condition})`
const answered = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from asking_answer y join asking q on q.id = y.asking_id where y.media_id = m.id and ${condition})`

export const askingCarries: Carrier = {
  carries: either(asked(sql<boolean>`true`), answered(sql<boolean>`true`)),
  reaches: (viewer) =>
    either(asked(seesAsking(viewer)), answered(both(seesAnswer(viewer), seesAsking(viewer)))),
  revises: (viewer) =>
    sql<boolean>`not ${either(
      asked(sql<boolean>`q.written_by <> ${viewer}`),
      answered(sql<boolean>`y.given_by <> ${viewer}`),
    )}`,
}
