import { either, guards, isLearner, type Rule, type Someone } from '../access/relations.ts'

/** Who looked is told to the learner and to their family, of what they see themselves; to no teacher and no office. */
export const hearsOfLooks = (viewer: Someone, learner: Someone): Rule =>
  either(isLearner(viewer, learner), guards(viewer, learner))
