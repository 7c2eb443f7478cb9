import {
  both,
  either,
  guards,
  isHiddenFromFamilies,
  leads,
  learnsIn,
  type Rule,
  type Someone,
  teachesIn,
} from '../access/relations.ts'
import { seesRound } from '../conferences/policy.ts'
import { sql } from '../platform/database.ts'

/**
 * Who plans the times of a round, who takes one and who is told of it. Rows are aliased as in conferences: `r` (a
 * round) with the space of its class `s`; and `o` (a slot), `q` (a booking). A household is told of its own times
 * alone: of all others it only sees that they are not free.
 */
const space = sql<string>`s.id`
const stands: Rule = sql<boolean>`(r.withdrawn_at is null)`

export const runsTimes = (viewer: Someone): Rule => teachesIn(viewer, space)

/** How many families would lose a time, and not whose, is for those who may end the class. */
export const countsTimes = (viewer: Someone): Rule => leads(viewer, sql<string>`c.school_id`)

export const seesTimes = seesRound

export const planActs = (viewer: Someone) => ({
  plan: both(stands, runsTimes(viewer)),
  cancel: runsTimes(viewer),
})

/** A child of mine who is in the class today. Hidden from families it offers no times; one that was taken stands. */
export const mayTakeTimeFor = (viewer: Someone, learner: Someone): Rule =>
  both(
    stands,
    guards(viewer, learner),
    learnsIn(learner, space),
    sql<boolean>`not ${isHiddenFromFamilies(space)}`,
  )

/** A teacher may give a time to whoever is in the class, and to a guardian of theirs. */
export const mayAssignTo = (viewer: Someone, learner: Someone, guardian: Someone): Rule =>
  both(
    stands,
    runsTimes(viewer),
    learnsIn(learner, space),
    either(sql<boolean>`${guardian} is null`, guards(guardian, learner)),
  )

/** Who left the class, or is no guardian any more, holds a time no longer, whatever the row still says. */
export const isHeld: Rule = both(
  sql<boolean>`q.ended_at is null`,
  learnsIn(sql<string>`q.learner_id`, space),
  either(sql<boolean>`q.guardian_id is null`, guards(sql<string>`q.guardian_id`, sql<string>`q.learner_id`)),
)

/** Booked by a guardian, or given to a family by a teacher: theirs. */
export const isOfHousehold = (viewer: Someone): Rule =>
  both(
    sql<boolean>`(q.guardian_id = ${viewer} or q.guardian_id is null)`,
    guards(viewer, sql<string>`q.learner_id`),
  )

export const seesBooking = (viewer: Someone): Rule => either(runsTimes(viewer), isOfHousehold(viewer))
