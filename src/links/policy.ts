import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

export const setsLinkRule = (viewer: Someone): Rule => runsDistrict(viewer)
