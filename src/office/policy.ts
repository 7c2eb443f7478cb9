import { leads, type Rule, runsDistrict, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** What the program does for the whole district: its queue, its disk, its backups. */
export const seesWholeHouse = (viewer: Someone): Rule => runsDistrict(viewer)

/** Has a school of their own to answer for, or all of them. */
export const seesOffice = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from school led where ${leads(viewer, sql<string>`led.id`)})`
