import type { Rule, Someone } from '../access/relations.ts'
import { runsDistrict } from '../access/relations.ts'

/**
 * Everybody of a district reads its frameworks; the district's office decides which there are. A framework
 * holds no child's work, so the tenant wall is all that reading needs.
 */
export const frameworkActs = (viewer: Someone) => ({ keep: runsDistrict(viewer) })

export const keepsFrameworks = (viewer: Someone): Rule => runsDistrict(viewer)
