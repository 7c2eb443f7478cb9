import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Who lets a program of the district read, and has it told of things. */
export const mayLetIn = (viewer: Someone): Rule => runsDistrict(viewer)
