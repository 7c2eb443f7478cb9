import { type Rule, runsDistrict, type Someone } from '../access/relations.ts'

/** Who lets support in, sees when it was here and sends it away. */
export const mayLetSupportIn = (viewer: Someone): Rule => runsDistrict(viewer)
