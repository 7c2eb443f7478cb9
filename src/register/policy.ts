import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** The office of the district alone: whoever gives somebody a new password can come in as them. */
export const keepsRegister = (viewer: Someone): Rule => runsDistrict(viewer)
