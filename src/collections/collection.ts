/**
 * Work a learner chose to show together, in sections, each with why it was chosen. It is the learner's alone to
 * make: an adult offers a template and never chooses, orders or words anything in it. What it shows of a piece is
 * seen through it, by those it is for.
 */
export const looks = ['paper', 'spruce', 'dawn', 'lake', 'night'] as const
export type Look = (typeof looks)[number]

export const collectionAudiences = ['teachers', 'family', 'class', 'next'] as const

export const longestName = 200
export const longestAbout = 6_000
export const mostSections = 20
export const mostChoices = 60
export const mostBeside = 20

export const scopes = ['piece', 'iteration', 'pair'] as const
export type Scope = (typeof scopes)[number]

type Choice = { id: string; iterationId?: string | undefined; secondId?: string | undefined }
type Section = { id: string; title: string; from?: number | undefined; choices: readonly Choice[] }
export type Said = { sections: readonly Section[]; cover?: string | undefined }

/** The whole piece, one attempt at it, or two to compare. */
export function scopeOf({ iterationId, secondId }: Choice): Scope {
  if (iterationId === undefined) return 'piece'
  return secondId === undefined ? 'iteration' : 'pair'
}

/** What is wrong with it as such; undefined when nothing is. */
export function faultIn(said: Said): Record<string, string> | undefined {
  const choices = said.sections.flatMap((section) => section.choices)
  const ids = [...said.sections, ...choices].map(({ id }) => id)
  if (choices.length > mostChoices) return { sections: 'too_many' }
  if (new Set(ids).size < ids.length) return { sections: 'repeated' }
  if (choices.some((one) => one.secondId !== undefined && one.iterationId === undefined)) {
    return { sections: 'one_of_two' }
  }
  if (said.cover !== undefined && !choices.some(({ id }) => id === said.cover)) return { cover: 'not_chosen' }
  return undefined
}

/**
 * How far a template holds: the youngest keep its sections as they stand, from grade 4 all of them in any order
 * and under any name, from grade 8 it is a beginning and nothing more. Sections of one's own are never forbidden.
 */
export const holds = ['held', 'guided', 'free'] as const
export type Hold = (typeof holds)[number]

export function holdOf(grade: string | null): Hold {
  const number = grade === null ? Number.NaN : grade.trim().toUpperCase() === 'K' ? 0 : Number(grade)
  if (Number.isNaN(number)) return 'free'
  return number <= 3 ? 'held' : number <= 7 ? 'guided' : 'free'
}

export type TemplateSection = { title: string; belongs: string }

export function keepsTemplate(said: Said, template: readonly TemplateSection[], hold: Hold): boolean {
  if (hold === 'free') return true
  const kept = said.sections.filter(({ from }) => from !== undefined)
  if (hold === 'guided') return template.every((_, place) => kept.some(({ from }) => from === place))
  return (
    kept.length === template.length &&
    kept.every(({ from, title }, place) => from === place && title === template[place]?.title)
  )
}
