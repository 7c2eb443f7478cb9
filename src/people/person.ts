/**
 * Someone the district knows: a learner, a teacher, a guardian, an administrator, and sometimes two of these.
 * What a person may see follows from ties (access/relations.ts), never from the hat they are wearing;
 * the hat only chooses the screens.
 */
export const hats = ['learner', 'teacher', 'guardian', 'office'] as const
export type Hat = (typeof hats)[number]

export const voices = ['early', 'middle', 'older'] as const
export type Voice = (typeof voices)[number]

/** The voice a grade band is spoken to in, until the person chooses another. */
export function voiceOfGrade(grade: string | null): Voice {
  if (grade === null) return 'older'
  if (['KG', 'PK', 'K', '01', '02', '03'].includes(grade)) return 'early'
  return ['04', '05', '06', '07'].includes(grade) ? 'middle' : 'older'
}
