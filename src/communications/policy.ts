import { both, leads, type Rule, runsDistrict, type Someone, teachesIn } from '../access/relations.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/**
 * Who may know which learners have said something for a communication: the teachers of a class about it, and
 * whoever leads a school about it. They learn names and counts; no rule here opens a word of what was said
 * (product rules 2 and 9). The rules speak of a window aliased `w`.
 */
export const seesClassCompleteness = (viewer: Someone, space: RawBuilder<string>): Rule =>
  teachesIn(viewer, space)

export const seesSchoolCompleteness = (viewer: Someone, school: RawBuilder<string>): Rule =>
  leads(viewer, school)

/** Those who are missing are told kindly while there is still time, and only where something is asked. */
export const remindable: Rule = both(
  sql<boolean>`w.opens_on <= cairn_today()`,
  sql<boolean>`w.closes_on >= cairn_today()`,
  sql<boolean>`w.asks <> '{}'`,
)

/** Which communications a year has, and their days. */
export const plansYear = (viewer: Someone): Rule => runsDistrict(viewer)
