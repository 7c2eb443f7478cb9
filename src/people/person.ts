/**
 * Someone the district knows: a learner, a teacher, a guardian, an administrator, and sometimes two of these.
 * What a person may see follows from ties (access/relations.ts), never from the hat they are wearing;
 * the hat only chooses the screens.
 */
export const hats = ['learner', 'teacher', 'guardian', 'office'] as const
export type Hat = (typeof hats)[number]

export const voices = ['early', 'middle', 'older'] as const
export type Voice = (typeof voices)[number]
