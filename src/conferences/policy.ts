import {
  both,
  either,
  guards,
  isHiddenFrom,
  isHiddenFromFamilies,
  isLearner,
  learnsIn,
  type Rule,
  type Someone,
  teaches,
  teachesIn,
  teachesThere,
} from '../access/relations.ts'
import { sql } from '../platform/database.ts'
import type { Carrier } from '../media/policy.ts'
import { isYoung, mayScribe } from '../reflections/policy.ts'
import { answerDays, type Role } from './conference.ts'

/**
 * Who may see a round, a row of conference_rounds aliased `r` with the space of its class aliased `s`, and what
 * may be done with it: the class's teachers run it together; its learners and their guardians read it.
 */
const space = sql<string>`s.id`
const stands: Rule = sql<boolean>`(r.withdrawn_at is null)`

/** The conference of one learner in a round: a row of conference_learner aliased `l`. */
const learner = sql<string>`l.learner_id`
const there = sql<string>`l.space_id`

/** A time that was taken (the table of src/appointments), with this guardian or with the whole family. */
const isBooked = (household: Rule): Rule => sql<boolean>`exists (select 1 from conference_booking k
  where k.round_id = l.round_id and k.learner_id = l.learner_id and k.ended_at is null and ${household})`

/** What a learner began is theirs, and what was agreed is kept, also when the class is hidden from them meanwhile. */
const hasBegun: Rule = either(
  sql<boolean>`exists (select 1 from conference_preparation k where k.round_id = l.round_id and k.learner_id = l.learner_id)`,
  sql<boolean>`exists (select 1 from conference k where k.round_id = l.round_id and k.learner_id = l.learner_id)`,
  isBooked(sql<boolean>`true`),
)

/** The same for a household: its own time, or a meeting of its own. */
const isAgreedWith = (guardian: Someone): Rule =>
  either(
    isBooked(sql<boolean>`(k.guardian_id is null or k.guardian_id = ${guardian})`),
    sql<boolean>`exists (select 1 from conference k join conference_attendee t on t.conference_id = k.id
      where k.round_id = l.round_id and k.learner_id = l.learner_id and t.person_id = ${guardian})`,
  )

/** To whom of learner and family the conference is there at all: a hidden class has none that was not begun. */
export const isThereFor = (viewer: Someone): Rule =>
  either(
    both(isLearner(viewer, learner), either(sql<boolean>`not ${isHiddenFrom(viewer, there)}`, hasBegun)),
    both(
      guards(viewer, learner),
      either(sql<boolean>`not ${isHiddenFromFamilies(there)}`, isAgreedWith(viewer)),
    ),
  )

/** Whoever left the class keeps what they prepared and held. */
const hasOneIn = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from conference_learner l where l.round_id = r.id and ${isThereFor(viewer)})`

export const seesRound = (viewer: Someone): Rule => either(teachesIn(viewer, space), hasOneIn(viewer))

export const roundActs = (viewer: Someone) => ({
  revise: both(stands, teachesIn(viewer, space)),
  withdraw: teachesIn(viewer, space),
  seeReadiness: teachesIn(viewer, space),
  prepare: both(stands, learnsIn(viewer, space), hasOneIn(viewer)),
})

export const isReady: Rule = sql<boolean>`exists (
  select 1 from standing_readiness y where y.round_id = l.round_id and y.learner_id = l.learner_id)`

export const seesPreparation = (viewer: Someone): Rule =>
  either(isThereFor(viewer), teachesThere(viewer, learner, there))

/** What was chosen is the learner's own until they say that they are ready; cue cards always. */
export const seesChoices = (viewer: Someone): Rule => either(isLearner(viewer, learner), isReady)

/** The learner leads, on their own device or on the teacher's. */
export const leadsConference = (viewer: Someone): Rule =>
  either(isLearner(viewer, learner), teachesThere(viewer, learner, there))

const dayOf = (at: Date) =>
  sql`(${at}::timestamptz at time zone (select d.time_zone from district d limit 1))::date`

/** Was a student of the round's class on the day on which it was done. */
const learntThen = (at: Date): Rule => sql<boolean>`exists (
  select 1 from conference_rounds o join enrollment was on was.class_id = o.class_id
  where o.id = l.round_id and was.person_id = ${learner} and was.role = 'student'
    and was.opened_on <= ${dayOf(at)} and (was.closed_on is null or was.closed_on > ${dayOf(at)}))`

/**
 * A meeting held on the teacher's device, whose learner left the class before it arrived: it was theirs to lead then,
 * so it is kept. It opens nothing: the teacher hands in what was held, and reads no more of it.
 */
export const ledThen = (viewer: Someone, at: Date): Rule => both(teachesIn(viewer, there), learntThen(at))

/** The same on the learner's own device. */
export const ownThen = (viewer: Someone, at: Date): Rule => both(isLearner(viewer, learner), learntThen(at))

/** A meeting: a row of conference aliased `c`, in the same row as its `l`. */
const tookPart = (viewer: Someone): Rule => sql<boolean>`exists (
  select 1 from conference_attendee t where t.conference_id = c.id and t.person_id = ${viewer})`

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
      sql<boolean>`exists (select 1 from conference_attendee t
        where t.conference_id = c.id and t.person_id = ${viewer} and t.role = 'teacher')`,
      teaches(viewer, learner),
    ),
  )

export const finishesConference = (viewer: Someone, at: Date): Rule =>
  both(sql<boolean>`c.begun_by = ${viewer}`, ledThen(viewer, at))

/** `at` is when it was done, which without a network is before it arrives. */
export const conferenceActs = (viewer: Someone, at: Date) => ({
  write: both(either(seesConference(viewer), finishesConference(viewer, at)), isOpen(at)),
  lead: both(either(leadsConference(viewer), finishesConference(viewer, at)), sql<boolean>`not ${isClosed}`),
  // who came before it was closed may arrive after
  join: both(
    either(leadsConference(viewer), finishesConference(viewer, at)),
    sql<boolean>`not exists (select 1 from conference_closing k where k.conference_id = c.id and k.closed_at < ${at}::timestamptz)`,
  ),
})

/**
 * Whose hand may write what somebody said. A learner's words and agreement are their own: an adult writes them
 * down for a young child only, and the record says so (product rule 2).
 */
export const mayWriteFor = (
  viewer: Someone,
  { role, saidBy, at }: { role: Role; saidBy: string | null; at: Date },
): Rule => {
  const finishes = finishesConference(viewer, at)
  return role === 'learner'
    ? either(isLearner(viewer, learner), mayScribe(viewer, learner), both(finishes, isYoung(learner)))
    : either(
        leadsConference(viewer),
        finishes,
        both(tookPart(viewer), sql<boolean>`${saidBy}::uuid = ${viewer}`),
      )
}

const saidAloud = (condition: Rule): Rule => sql<boolean>`exists (
  select 1 from conference_word w join conference c on c.id = w.conference_id
  join conference_learner l on l.round_id = c.round_id and l.learner_id = c.learner_id
  where w.media_id = m.id and ${condition})`

/** What somebody said by voice is heard by those who see the meeting it was said in, while it stands. */
export const conferenceCarries: Carrier = {
  carries: sql<boolean>`exists (select 1 from conference_word w where w.media_id = m.id)`,
  reaches: (viewer) =>
    saidAloud(
      both(
        seesConference(viewer),
        sql<boolean>`(w.taken_back_at is null or ${viewer} in (w.written_by, w.said_by))`,
      ),
    ),
  revises: (viewer) => sql<boolean>`not ${saidAloud(sql<boolean>`w.written_by <> ${viewer}`)}`,
}
