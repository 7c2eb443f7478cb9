import { leads, type Rule, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who opens, archives and fills the classes of the school of a class aliased `c`: names and dates, never work. */
export const keepsClass = (viewer: Someone): Rule => leads(viewer, sql<string>`c.school_id`)
