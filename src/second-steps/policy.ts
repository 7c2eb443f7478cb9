import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Who demands a second step of staff, and helps whoever lost theirs. */
export const mayDemandSteps = (viewer: Someone): Rule => runsDistrict(viewer)
