import { leads, type Rule, runsDistrict, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who opens, archives and fills the classes of the school of a class aliased `c`: names and dates, never work. */
export const keepsClass = (viewer: Someone): Rule => leads(viewer, sql<string>`c.school_id`)

/** Whoever leads a school is shown what is suggested to learners who add work. */
export const seesSuggestions = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from school led where ${leads(viewer, sql<string>`led.id`)})`

/** Who suggests for a school, or for the whole district. */
export const suggestsAt = (viewer: Someone, schoolId: string | undefined): Rule =>
  schoolId === undefined
    ? runsDistrict(viewer)
    : sql<boolean>`exists (select 1 from school led where led.id = ${schoolId} and ${leads(viewer, sql<string>`led.id`)})`
