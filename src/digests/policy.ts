import { leads, type Rule, type Someone } from '../access/relations.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** Letters are for guardians, and what is in them is what they may see: src/askings and src/work say so. */
export const getsDigests = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from guards g where g.guardian_id = ${viewer})`

export const setsDigestRule = (viewer: Someone, school: RawBuilder<string>): Rule => leads(viewer, school)
