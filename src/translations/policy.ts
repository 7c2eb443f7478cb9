import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'
import { sql } from '../platform/database.ts'

/** Who names the server that sees children's words. */
export const setsTranslator = (viewer: Someone): Rule => runsDistrict(viewer)

/** For whoever reads as a guardian; what they may read, its own modules say. */
export const readsTranslated = (viewer: Someone): Rule =>
  sql<boolean>`exists (select 1 from guards g where g.guardian_id = ${viewer})`
