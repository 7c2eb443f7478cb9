import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Who decides where a district's people sign in, and says who somebody from there is. */
export const mayDecide = (viewer: Someone): Rule => runsDistrict(viewer)
