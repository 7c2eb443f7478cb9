import { leads, type Rule, runsDistrict, type Someone } from '../access/relations.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** Whoever leads a school reads what was done there; the office of the district reads everything. */
export const readsLine = (viewer: Someone, school: RawBuilder<string>): Rule =>
  sql<boolean>`(${runsDistrict(viewer)} or (${school} is not null and ${leads(viewer, school)}))`

export const readsLogbook = (viewer: Someone): Rule =>
  sql<boolean>`(${runsDistrict(viewer)} or exists (select 1 from school led where ${leads(viewer, sql<string>`led.id`)}))`

/** Has an office at all: what a teacher does in their own class is no line, the same by a principal is one. */
export const holdsOffice = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from serves held where held.person_id = ${viewer})`
