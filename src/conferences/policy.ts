import {
  both,
  either,
  guards,
  isLearner,
  learnsIn,
  type Rule,
  type Someone,
  teaches,
  teachesIn,
  teachesThere,
} from '../access/relations.ts'
import { sql } from '../platform/database.ts'
import { mayScribe } from '../reflections/policy.ts'
import { answerDays, type Role } from './conference.ts'

/**
 * Who may see a round, a row of conference_rounds aliased `r` with the space of its class aliased `s`, and what
 * may be done with it: the class's teachers run it together; its learners and their guardians read it.
 */
const space = sql<string>`s.id`
const stands: Rule = sql<boolean>`(r.withdrawn_at is null)`

const guardsSomebodyIn = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from conference_learner b where b.round_id = r.id and ${guards(viewer, sql<string>`b.learner_id`)})`

/** Whoever left the class keeps what they prepared and held. */
const hasOneIn = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from conference_learner b where b.round_id = r.id and b.learner_id = ${viewer})`

export const seesRound = (viewer: Someone): Rule =>
  either(teachesIn(viewer, space), hasOneIn(viewer), guardsSomebodyIn(viewer))

export const roundActs = (viewer: Someone) => ({
  revise: both(stands, teachesIn(viewer, space)),
  withdraw: teachesIn(viewer, space),
  seeReadiness: teachesIn(viewer, space),
  prepare: both(stands, learnsIn(viewer, space)),
})

/** The conference of one learner in a round: a row of conference_learner aliased `l`. */
const learner = sql<string>`l.learner_id`
const there = sql<string>`l.space_id`
export const isReady: Rule = sql<boolean>`exists (
  select 1 from standing_readiness y where y.round_id = l.round_id and y.learner_id = l.learner_id)`

export const seesPreparation = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), teachesThere(viewer, learner, there), guards(viewer, learner))

/** What was chosen is the learner's own until they say that they are ready; cue cards always. */
export const seesChoices = (viewer: Someone): Rule => either(isLearner(viewer, learner), isReady)

/** The learner leads, on their own device or on the teacher's. */
export const leadsConference = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), teachesThere(viewer, learner, there))

/** A meeting: a row of conference aliased `c`, in the same row as its `l`. */
const tookPart = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from conference_person t where t.conference_id = c.id and t.person_id = ${viewer})`

const isOpen = (at: Date): Rule => sql<boolean>`not exists (
  select 1 from conference_closing k where k.conference_id = c.id
    and k.closed_at + ${answerDays} * interval '1 day' < ${at}::timestamptz)`

const isClosed: Rule = sql<boolean>`exists (select 1 from conference_closing k where k.conference_id = c.id)`

/**
 * Separate households each have their own meeting: a guardian sees those they take part in, and no other. A teacher
 * who took part sees it while they teach the learner somewhere; afterwards they are a name without a right.
 */
export const seesConference = (viewer: Someone): Rule =>
  either(
    leadsConference(viewer),
    both(tookPart(viewer), guards(viewer, learner)),
    both(
      sql<boolean>`exists (select 1 from conference_person t
        where t.conference_id = c.id and t.person_id = ${viewer} and t.role = 'teacher')`,
      teaches(viewer, learner),
    ),
  )

/** `at` is when it was done, which without a network is before it arrives. */
export const conferenceActs = (viewer: Someone, at: Date) => ({
  write: both(seesConference(viewer), isOpen(at)),
  lead: both(leadsConference(viewer), sql<boolean>`not ${isClosed}`),
})

/**
 * Whose hand may write what somebody said. A learner's words and agreement are their own: an adult writes them
 * down for a young child only, and the record says so (product rule 2).
 */
export const mayWriteFor = (
  viewer: Someone,
  { role, saidBy }: { role: Role; saidBy: string | null },
): Rule =>
  role === 'learner'
    ? either(isLearner(viewer, learner), mayScribe(viewer, learner))
    : either(leadsConference(viewer), both(tookPart(viewer), sql<boolean>`${saidBy}::uuid = ${viewer}`))
