import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Who has a key made for a provider of the district, and says from when on it signs. */
export const mayKeepKeys = (viewer: Someone): Rule => runsDistrict(viewer)
