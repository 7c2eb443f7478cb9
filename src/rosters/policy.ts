import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Only the office of a whole district looks at what a file would do to everybody in it, and does it. */
export const keepsRosters = (viewer: Someone): Rule => runsDistrict(viewer)
